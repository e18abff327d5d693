using System.Text.Json.Serialization;

namespace Gainsight.Client.Soak;

/// <summary>A line of the journal: the start of a step, or its end.</summary>
internal sealed record Step
{
    /// <summary>The process, its run, its lane and the step's number. It is also the value that the step writes.</summary>
    public required string Id { get; init; }

    public string Workload { get; init; } = "";

    public WriteKind Kind { get; init; }

    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>The positions of the rows that the tenant must refuse.</summary>
    public IReadOnlyList<int> Bad { get; init; } = [];

    /// <summary>What was told of each row. Null in the line of the start, and for a step without a report.</summary>
    public IReadOnlyList<RowStatus?>? Told { get; init; }

    /// <summary>The first error code of each row.</summary>
    public IReadOnlyList<string?>? Codes { get; init; }

    /// <summary>Whether the step was cancelled or its stream was left.</summary>
    public bool IsStopped { get; init; }

    /// <summary>The exception that took the place of a report.</summary>
    public string? Exception { get; init; }

    /// <summary>When the line was written.</summary>
    public DateTimeOffset At { get; init; }

    [JsonIgnore]
    public bool IsEnd => Told is not null || Exception is not null;
}
