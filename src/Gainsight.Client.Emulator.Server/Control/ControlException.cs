using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client.Emulator;

/// <summary>A call of the control API that cannot be carried out. The caller sees the status and the message.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It never leaves the server and always has a status.")]
internal sealed class ControlException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;

    public static ControlException Invalid(string message) => new(400, message);

    public static ControlException Missing(string message) => new(404, message);
}
