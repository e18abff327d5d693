namespace Gainsight.Client;

/// <summary>Sets the outcomes of the rows of a batch that has ended. A row that the answer leaves open gets none.</summary>
internal sealed class PersonBatchOutcome(PersonBatchJob job, IReadOnlyList<WriteRow<Person>> rows, PersonBatchAnswer answer, string? requestId)
{
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

        // A row without an error counts as written, unless the answer contradicts this: by a list of written people that lacks it, by a count that is too low,
        // or by more failures than it names.
        var isSaid = _isComplete && answer.People.Count == 0 && (answer.Count is null || answer.Count >= open.Count) && !(answer.FailureCount > _failed.Count);
        Outcomes.Settle(open.Where(row => isSaid && !_doubtful.Contains(row)), RowStatus.Upserted, requestId);
    }

    /// <summary>Finds the row of an error: by its address, by its number, or by what the row sends.</summary>
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

    /// <summary>The number that Gainsight gives the first row, derived from the errors, or null when it is unclear.</summary>
    private int? FirstNumber()
    {
        PersonBatchError[] numbered = [.. answer.Errors.Where(error => error is { Email: null, Row: not null })];
        int zero = Support(0, numbered), one = Support(1, numbered);
        return zero == one ? null : zero > one ? 0 : 1;
    }

    /// <summary>The number of errors that fit their rows if the first row has this number; -1 if an error cannot belong to its row.</summary>
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
