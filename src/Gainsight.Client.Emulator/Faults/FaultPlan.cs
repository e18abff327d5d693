using System.IO.Enumeration;
using System.Text;

namespace Gainsight.Client.Emulator;

/// <summary>The faults of the tenant, in the order in which they are tried. Thread-safe.</summary>
public sealed class FaultPlan
{
    private readonly object _sync = new();
    private readonly List<Fault> _faults = [];
    private readonly SeededRandom _random;
    private int _added;

    internal FaultPlan(SeededRandom random) => _random = random;

    /// <summary>Adds a fault at the end.</summary>
    /// <param name="fault">The fault to add.</param>
    /// <returns>The same fault, which counts its firings.</returns>
    /// <exception cref="ArgumentException">A property of the fault is out of its range, such as a probability of 2.</exception>
    public Fault Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        fault.Check();
        lock (_sync)
        {
            _faults.Add(fault);
            fault.Number = ++_added;
        }

        return fault;
    }

    /// <summary>Copies the list of faults, including those that are off or have fired as often as they may.</summary>
    /// <returns>The faults in the order in which they are tried.</returns>
    public IReadOnlyList<Fault> Snapshot()
    {
        lock (_sync)
        {
            return [.. _faults];
        }
    }

    /// <summary>Removes a fault.</summary>
    /// <param name="fault">The fault to remove.</param>
    /// <returns>Whether the plan had the fault.</returns>
    public bool Remove(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_sync)
        {
            return _faults.Remove(fault);
        }
    }

    /// <summary>Removes all faults.</summary>
    public void Clear()
    {
        lock (_sync)
        {
            _faults.Clear();
        }
    }

    internal void Reset()
    {
        Clear();
        _random.Restart();
    }

    /// <summary>Takes the first fault that fires and does not look at the body.</summary>
    internal Fault? Take(string? operation, string? objectName, string path)
    {
        lock (_sync)
        {
            return _faults.Find(fault => fault.BodyContains is null && IsFor(fault, operation, objectName, path) && fault.TryFire(_random));
        }
    }

    /// <summary>Takes the first fault that fires because of the body.</summary>
    internal Fault? TakeByBody(string? operation, string? objectName, string path, ReadOnlySpan<byte> body)
    {
        lock (_sync)
        {
            foreach (var fault in _faults)
            {
                if (fault.BodyContains is { } text
                    && IsFor(fault, operation, objectName, path)
                    && body.IndexOf(Encoding.UTF8.GetBytes(text)) >= 0
                    && fault.TryFire(_random))
                {
                    return fault;
                }
            }

            return null;
        }
    }

    private static bool IsFor(Fault fault, string? operation, string? objectName, string path) =>
        (fault.Operation is null || fault.Operation == operation)
        && (fault.Object is null || string.Equals(fault.Object, objectName, StringComparison.OrdinalIgnoreCase))
        && (fault.Path is null || FileSystemName.MatchesSimpleExpression(fault.Path, path));
}
