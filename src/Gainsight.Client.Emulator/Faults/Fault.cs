namespace Gainsight.Client.Emulator;

/// <summary>
/// A fault, and the requests it is for: all of the conditions that are set must hold. The first fault of the
/// <see cref="FaultPlan"/> that is for a request and fires is the only one it gets.
/// </summary>
public sealed class Fault
{
    private int _seen;
    private int _fired;

    /// <summary>Makes a fault for every request; narrow it down with the properties.</summary>
    /// <param name="kind">What it does.</param>
    public Fault(FaultKind kind) => Kind = kind;

    /// <summary>What the fault does.</summary>
    public FaultKind Kind { get; }

    /// <summary>Only requests of this operation, one of <see cref="EmulatorOperations"/>.</summary>
    public string? Operation { get; init; }

    /// <summary>Only requests whose path names this object, in any case.</summary>
    public string? Object { get; init; }

    /// <summary>Only requests whose path fits this pattern, in which <c>*</c> stands for any text.</summary>
    public string? Path { get; init; }

    /// <summary>How many requests, of those it is for, pass before the first firing.</summary>
    public int Skip { get; init; }

    /// <summary>How often it fires at most; <see langword="null"/> is without end.</summary>
    public int? Count { get; init; }

    /// <summary>The chance of each firing, from 0 to 1, drawn from the emulator's seed.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>The HTTP status of a server error: 500 by default, where the code is <c>GU_1101</c> (observed).</summary>
    public int Status { get; init; } = 500;

    /// <summary>The time of a delay.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>How often it has fired.</summary>
    public int Fired => Volatile.Read(ref _fired);

    internal bool TryFire(SeededRandom random)
    {
        if (_fired >= Count || _seen++ < Skip || (Probability < 1 && random.NextDouble() >= Probability))
        {
            return false;
        }

        Volatile.Write(ref _fired, _fired + 1);
        return true;
    }
}
