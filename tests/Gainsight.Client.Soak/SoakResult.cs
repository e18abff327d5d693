namespace Gainsight.Client.Soak;

/// <summary>What the comparison of the tenant with the journals found.</summary>
internal sealed record SoakResult
{
    public long Rows { get; init; }

    public long Calls { get; init; }

    public int Kills { get; init; }

    public IReadOnlyDictionary<string, int> Faults { get; init; } = new Dictionary<string, int>();

    /// <summary>Rows by what was told of them; null for rows of steps that a kill, a cancellation or a left stream ended.</summary>
    public IReadOnlyDictionary<string, int> Told { get; init; } = new Dictionary<string, int>();

    /// <summary>Rows told written that the tenant does not have, or has with an older value.</summary>
    public required IReadOnlyList<string> Lost { get; init; }

    /// <summary>Keys with more rows than one.</summary>
    public required IReadOnlyList<string> Doubled { get; init; }

    /// <summary>Rows told otherwise than the tenant shows.</summary>
    public required IReadOnlyList<string> Misreported { get; init; }

    /// <summary>Steps that ended with an exception that holds no report.</summary>
    public required IReadOnlyList<string> WithoutReport { get; init; }

    /// <summary>Rows of steps that ran to their end, told unknown, that the tenant had shown for seconds when they were told.</summary>
    public required IReadOnlyList<string> Settleable { get; init; }

    public bool IsClean => Lost.Count + Doubled.Count + Misreported.Count + WithoutReport.Count + Settleable.Count == 0;

    public void Print(TextWriter output)
    {
        output.WriteLine($"rows {Rows}, calls {Calls}, kills {Kills}");
        output.WriteLine($"faults {string.Join(", ", Faults.Select(fault => $"{fault.Key} {fault.Value}"))}");
        output.WriteLine($"told {string.Join(", ", Told.OrderBy(told => told.Key, StringComparer.Ordinal).Select(told => $"{told.Key} {told.Value}"))}");
        List(output, "lost", Lost);
        List(output, "doubled", Doubled);
        List(output, "misreported", Misreported);
        List(output, "without a report", WithoutReport);
        List(output, "unknown, though a read could have settled them", Settleable);
    }

    private static void List(TextWriter output, string name, IReadOnlyList<string> rows)
    {
        output.WriteLine($"{name} {rows.Count}");
        foreach (var row in rows.Take(20))
        {
            output.WriteLine($"  {row}");
        }
    }
}
