namespace Gainsight.Client.Emulator;

/// <summary>
/// A fault, and the requests that it applies to: all conditions that are set must match. A request gets at most one fault: the first fault of
/// the <see cref="FaultPlan"/> that matches and fires. Seeds and the command line of the server set the same properties by name.
/// </summary>
public sealed partial class Fault
{
    private SeededRandom? _own;
    private int _seen;
    private int _fired;

    /// <summary>Creates a fault for every request. Set the properties to narrow it down.</summary>
    /// <param name="kind">What the fault does.</param>
    public Fault(FaultKind kind) => Kind = kind;

    /// <summary>What the fault does.</summary>
    public FaultKind Kind { get; }

    /// <summary>Matches only requests of this operation, one of <see cref="EmulatorOperations"/>.</summary>
    public string? Operation { get; init; }

    /// <summary>Matches only requests whose path names this object, in any case.</summary>
    public string? Object { get; init; }

    /// <summary>Matches only requests whose path fits this pattern. <c>*</c> stands for any text.</summary>
    public string? Path { get; init; }

    /// <summary>
    /// Matches only requests whose body contains this text (case matters), as a firewall does. Such a fault is tried after the body is read,
    /// and only if no other fault fired.
    /// </summary>
    public string? BodyContains { get; init; }

    /// <summary>The number of matching requests to let pass before the first firing. Default: 0.</summary>
    public int Skip { get; init; }

    /// <summary>The maximum number of firings. <see langword="null"/> means no maximum. Default: <see langword="null"/>.</summary>
    public int? Count { get; init; }

    /// <summary>The chance of each firing, from 0 to 1. Default: 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>The seed of the chance of each firing. <see langword="null"/> draws from the emulator's seed. Default: <see langword="null"/>.</summary>
    public int? Seed { get; init; }

    /// <summary>
    /// Whether the fault can fire. A fault that is off counts no requests. May be changed at any time. Default: <see langword="true"/>.
    /// </summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How often the fault has fired.</summary>
    public int Fired => Volatile.Read(ref _fired);

    /// <summary>The position among all faults that the plan ever had, from 1. 0 before it is added.</summary>
    internal int Number { get; set; }

    /// <summary>How many matching requests still pass before the first firing.</summary>
    internal int SkipLeft => Math.Max(0, Skip - _seen);

    /// <summary>How often the fault may still fire, or null for no maximum.</summary>
    internal int? CountLeft => Count is { } count ? Math.Max(0, count - _fired) : null;

    internal bool TryFire(SeededRandom random)
    {
        if (!Enabled || _fired >= Count || _seen++ < Skip || (Probability < 1 && Random(random).NextDouble() >= Probability))
        {
            return false;
        }

        Volatile.Write(ref _fired, _fired + 1);
        return true;
    }

    private SeededRandom Random(SeededRandom shared) => Seed is { } seed ? _own ??= new SeededRandom(unchecked((ulong)seed)) : shared;
}
