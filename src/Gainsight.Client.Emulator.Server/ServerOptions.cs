using System.Net;

namespace Gainsight.Client.Emulator;

/// <summary>Where a server listens, and who may use its control API and inspector.</summary>
internal sealed record ServerOptions
{
    /// <summary>The port to listen on. 0 picks a free port. Default: 0.</summary>
    public int Port { get; init; }

    /// <summary>The address to listen on. Default: loopback.</summary>
    public IPAddress Host { get; init; } = IPAddress.Loopback;

    /// <summary>
    /// The token that the control API and the inspector demand of every caller, or <see langword="null"/>. Without a token they are served on a
    /// loopback address only. Default: <see langword="null"/>.
    /// </summary>
    public string? ControlToken { get; init; }

    /// <summary>
    /// Brings a new tenant to the state in which the server starts, also after a reset, or <see langword="null"/>. Default: <see langword="null"/>.
    /// </summary>
    public Func<GainsightEmulator, Task>? PrepareAsync { get; init; }

    /// <summary>Whether the control API and the inspector are served at all.</summary>
    public bool HasControl => ControlToken is not null || IPAddress.IsLoopback(Host);
}
