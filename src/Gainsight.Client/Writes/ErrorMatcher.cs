namespace Gainsight.Client;

/// <summary>Finds the rows that an error report means. The report names field and value, never the row.</summary>
internal static class ErrorMatcher
{
    private const string NullValue = "GSOBJ_1007";

    /// <summary>Adds to <paramref name="named"/> the errors of each row that is meant; false when some error fits no row for certain.</summary>
    /// <param name="job">The kind of write.</param>
    /// <param name="rows">The rows of the call.</param>
    /// <param name="errors">What was reported.</param>
    /// <param name="named">The rows at fault.</param>
    /// <param name="mustBeAlone">Whether an error that fits several rows names none: what is wrong in one may be right in another.</param>
    public static bool Match<T>(
        WriteJob<T> job,
        IReadOnlyList<WriteRow<T>> rows,
        IReadOnlyList<RecordError> errors,
        Dictionary<WriteRow<T>, List<RecordError>> named,
        bool mustBeAlone = false)
    {
        var all = true;
        foreach (var error in errors)
        {
            var meant = Meant(job, rows, error);
            if (mustBeAlone && meant.Count > 1)
            {
                meant = [];
            }

            all &= meant.Count > 0;
            foreach (var row in meant)
            {
                if (!named.TryGetValue(row, out var list))
                {
                    named[row] = list = [];
                }

                if (!list.Exists(known => known.Code == error.Code && known.Field == error.Field))
                {
                    list.Add(error);
                }
            }
        }

        return all;
    }

    /// <summary>Whether every error names a field with a value, and none of the rows sends anything in any of them.</summary>
    public static bool FitsNoRow<T>(WriteJob<T> job, IReadOnlyList<WriteRow<T>> rows, IReadOnlyList<RecordError> errors) =>
        errors.Count > 0
        && errors.All(error => error is { Field: not null, InvalidValue: not null } && !rows.Any(row => job.TryGetSent(row, error.Field, out _)));

    private static List<WriteRow<T>> Meant<T>(WriteJob<T> job, IReadOnlyList<WriteRow<T>> rows, RecordError error)
    {
        if (error.Field is not { } field)
        {
            return [];
        }

        if (!string.IsNullOrEmpty(error.InvalidValue))
        {
            return [.. rows.Where(row => job.TryGetSent(row, field, out var text) && text is not null && Fits(text, error.InvalidValue))];
        }

        // Without a value only this code says which it was: of any other, a row that leaves the field empty may be as good as one that does not.
        if (error.Code != NullValue)
        {
            return [];
        }

        // A null is refused where it was sent; only where it was sent by nobody can leaving the field out be at fault, and only in an insert.
        List<WriteRow<T>> empty = [.. rows.Where(row => job.TryGetSent(row, field, out var text) && string.IsNullOrEmpty(text))];
        return empty.Count > 0
            ? empty
            : [.. rows.Where(row => row.Mode == WriteMode.Insert && !job.TryGetSent(row, field, out _))];
    }

    private static bool Fits(string text, string invalid) => text.Equals(invalid, StringComparison.Ordinal) || Holds(text, invalid);

    /// <summary>A multi-select is refused for single items, which the report names without the others.</summary>
    private static bool Holds(string text, string items)
    {
        if (!text.Contains(';', StringComparison.Ordinal))
        {
            return false;
        }

        var sent = text.Split(';');
        return items.Split(';').All(item => sent.Contains(item, StringComparer.Ordinal));
    }
}
