namespace Gainsight.Client.Simulation;

/// <summary>What the processes do.</summary>
internal sealed record ProcessSettings
{
    public const int Limit = 100;

    public required StoreKind Store { get; init; }

    /// <summary>The number of processes.</summary>
    public int Processes { get; init; } = 4;

    /// <summary>The number of calls of all processes together.</summary>
    public int Calls { get; init; } = 1_000;

    /// <summary>The length of a window of a hundred calls, in seconds. With 60, the emulator refuses what is over; otherwise the calls that arrived are counted.</summary>
    public int WindowSeconds { get; init; } = 60;

    /// <summary>Whether the calls are single ones, not lists.</summary>
    public bool Interactive { get; init; }

    /// <summary>The clocks of the processes differ from the store's by up to this number of seconds, and the tenant's by half of it.</summary>
    public double SkewSeconds { get; init; }

    /// <summary>Kills the first process in the second window.</summary>
    public bool KillProcess { get; init; }

    /// <summary>Ends half of the processes in the second window, when their calls have arrived and before the server is killed.</summary>
    public bool Leave { get; init; }

    /// <summary>Kills the server in the second window, and starts it again after this number of seconds. 0 for never.</summary>
    public double ServerAwaySeconds { get; init; }
}
