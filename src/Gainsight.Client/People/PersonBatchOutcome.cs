namespace Gainsight.Client;

/// <summary>Gives the rows of a batch that has ended their outcomes: what its answer does not say for certain is unknown.</summary>
internal sealed class PersonBatchOutcome(PersonBatchJob job, IReadOnlyList<WriteRow<Person>> rows, PersonBatchAnswer answer, string? requestId)
{
    private const string Unclear = "Gainsight ended the batch without saying for certain what became of this person. Look whether it is there, or send it again, which does no harm.";

    private readonly Dictionary<WriteRow<Person>, List<RecordError>> _failed = [];
    private readonly HashSet<WriteRow<Person>> _doubtful = [];
    private bool _isComplete = answer.IsCompleted;

    public void Settle()
    {
        var first = FirstNumber();
        foreach (var error in answer.Errors)
        {
            Place(error, first);
        }

        foreach ((var row, var errors) in _failed)
        {
            row.Outcome = new(row.Index, row.Record, RowStatus.Failed, errors: errors, requestId: requestId);
        }

        List<WriteRow<Person>> open = [.. rows.Where(row => row.Outcome is null)];
        foreach (var row in open.Where(row => answer.People.ContainsKey(row.Key!)))
        {
            row.Outcome = new(row.Index, row.Record, RowStatus.Upserted, answer.People[row.Key!], requestId: requestId);
        }

        // A list of the people written that lacks one, or a number below theirs, contradicts what the absence of an error would tell.
        var isSaid = _isComplete && answer.People.Count == 0 && (answer.Count is null || answer.Count >= open.Count);
        Outcomes.Settle(open.Where(row => isSaid && !_doubtful.Contains(row)), RowStatus.Upserted, requestId);
        Outcomes.Settle(open, RowStatus.Unknown, requestId, [new(RecordErrorCodes.ChunkRefused, Unclear), .. answer.Errors.Select(error => error.Error).Take(1)]);
    }

    /// <summary>Finds the row that an error means: by its address, its number, or what the row sends.</summary>
    private void Place(PersonBatchError error, int? first)
    {
        if (error.Email is not null && rows.FirstOrDefault(row => IsOf(row, error.Email)) is { } named)
        {
            Fail(named, error.Error);
        }
        else if (error.Row is { } number && first is { } from && RowAt(number - from) is { } numbered)
        {
            Fail(numbered, error.Error);
        }
        else if (error.Row is { } either && (RowAt(either) ?? RowAt(either - 1)) is not null)
        {
            _doubtful.UnionWith(new[] { RowAt(either), RowAt(either - 1) }.OfType<WriteRow<Person>>());
        }
        else if (!ErrorMatcher.Match(job, rows, [error.Error], _failed))
        {
            _isComplete = false;
        }
    }

    /// <summary>The number of the first row, from what the errors say, or null when it cannot be told.</summary>
    private int? FirstNumber()
    {
        PersonBatchError[] numbered = [.. answer.Errors.Where(error => error is { Email: null, Row: not null })];
        int zero = Support(0, numbered), one = Support(1, numbered);
        return zero == one ? null : zero > one ? 0 : 1;
    }

    /// <summary>How many errors fit their rows when the first row has a given number; below zero when some row cannot be the one meant.</summary>
    private int Support(int first, PersonBatchError[] numbered)
    {
        if (Array.Exists(numbered, error => RowAt(error.Row!.Value - first) is not { } row || answer.People.ContainsKey(row.Key!)))
        {
            return -1;
        }

        return numbered.Count(error =>
            error is { Row: { } number, Error: { Field: { } field, InvalidValue: { } value } }
            && job.TryGetSent(RowAt(number - first)!, field, out var text)
            && text == value);
    }

    private WriteRow<Person>? RowAt(int position) => position >= 0 && position < rows.Count ? rows[position] : null;

    private static bool IsOf(WriteRow<Person> row, string email) => string.Equals(row.Key, email, StringComparison.OrdinalIgnoreCase);

    private void Fail(WriteRow<Person> row, RecordError error)
    {
        if (!_failed.TryGetValue(row, out var errors))
        {
            _failed[row] = errors = [];
        }

        errors.Add(error);
    }
}
