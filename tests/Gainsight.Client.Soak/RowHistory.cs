namespace Gainsight.Client.Soak;

/// <summary>The values that a row of the tenant may have after what was told so far. Null stands for no row.</summary>
internal sealed class RowHistory
{
    private HashSet<string?> _possible = [null];
    private readonly List<string> _steps = [];
    private string _last = "";

    /// <summary>Whether the last thing told was that the row is written.</summary>
    public bool WasToldWritten { get; private set; }

    /// <summary>What every step told of the row, in order.</summary>
    public string Steps => string.Join(", ", _steps);

    public bool Allows(string? value) => _possible.Contains(value);

    /// <summary>Takes what a step told of the row. Returns what is wrong with it, or null.</summary>
    public string? Take(Step step, RowStatus? told, bool isBad, string? code)
    {
        var value = step.Kind == WriteKind.Delete ? null : step.Id;
        var before = string.Join(" or ", _possible.Select(possible => possible ?? "nothing"));
        _steps.Add($"{step.Id} {step.Kind} {told?.ToString() ?? "nothing"} {code}".TrimEnd());
        _last = $"told {told?.ToString() ?? "nothing"} by {step.Id} over {before}";
        WasToldWritten = told is RowStatus.Inserted or RowStatus.Updated or RowStatus.Upserted or RowStatus.Unchanged or RowStatus.Deleted;
        string? problem = null;
        switch (told)
        {
            case RowStatus.Failed:
                // An update or a delete of a row that is not there is refused.
                return isBad || step.Kind is WriteKind.Update or WriteKind.Delete ? null : "told Failed although the row is good";
            case RowStatus.NotAttempted:
                return null;
            case null or RowStatus.Unknown:
                // A bad row too: another fault can come before the firewall.
                if (step.Kind != WriteKind.Update || _possible.Any(possible => possible is not null))
                {
                    _possible.Add(value);
                }

                return null;
            case var _ when isBad:
                problem = $"told {told} although the row is bad";
                break;
            case RowStatus.Inserted when !_possible.Contains(null):
                problem = $"told Inserted over {before}";
                break;
            case RowStatus.Updated when _possible.All(possible => possible is null):
                problem = "told Updated where nothing was";
                break;
            case RowStatus.Unchanged when !_possible.Contains(value):
                problem = $"told Unchanged over {before}";
                break;
        }

        _possible = [value];
        return problem;
    }

    public override string ToString() => _last;
}
