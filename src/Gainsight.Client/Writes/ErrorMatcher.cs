namespace Gainsight.Client;

/// <summary>Finds the rows that an error report means. The report names the field and the value, never the row.</summary>
internal static class ErrorMatcher
{
    private const string NullValue = "GSOBJ_1007";

    /// <summary>Adds the errors of each row that is meant to <paramref name="named"/>.</summary>
    /// <param name="job">The kind of write.</param>
    /// <param name="rows">The rows of the call.</param>
    /// <param name="errors">The reported errors.</param>
    /// <param name="named">The bad rows.</param>
    /// <param name="mustBeAlone">Whether an error that fits several rows names none of them. A value that is bad in one row may be good in another.</param>
    /// <returns>False when some error does not fit any row for certain.</returns>
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

    /// <summary>Whether every error names a field and a value, and no row sends any of these fields.</summary>
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
            return [.. rows.Where(row => job.TryGetSent(row, field, out var text) && text is not null && Fits(job, row, field, text, error.InvalidValue))];
        }

        // Without a value, only this code tells which row is bad. With any other code, a row with an empty field may be as good as the others.
        if (error.Code != NullValue)
        {
            return [];
        }

        // A null is refused in the rows that sent it. If none did, the rows of an insert that left the field out are bad.
        List<WriteRow<T>> empty = [.. rows.Where(row => job.TryGetSent(row, field, out var text) && string.IsNullOrEmpty(text))];
        return empty.Count > 0
            ? empty
            : [.. rows.Where(row => row.Mode == WriteMode.Insert && !job.TryGetSent(row, field, out _))];
    }

    private static bool Fits<T>(WriteJob<T> job, WriteRow<T> row, string field, string text, string invalid) =>
        text.Equals(invalid, StringComparison.Ordinal) || (job.HasItems(row, field) && Holds(text, invalid));

    /// <summary>A multi-select is refused for single items, and the report names only these.</summary>
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
