namespace Gainsight.Client;

/// <summary>Finds the rows that an error report means. The report names field and value, never the row.</summary>
internal static class ErrorMatcher
{
    /// <summary>Adds to <paramref name="named"/> the errors of each row that is meant; false when some error fits no row for certain.</summary>
    public static bool Match<T>(
        WriteJob<T> job, IReadOnlyList<WriteRow<T>> rows, IReadOnlyList<RecordError> errors, Dictionary<WriteRow<T>, List<RecordError>> named)
    {
        bool all = true;
        foreach (RecordError error in errors)
        {
            bool fits = false;
            foreach (WriteRow<T> row in rows)
            {
                if (Fits(job, row, error))
                {
                    fits = true;
                    if (!named.TryGetValue(row, out List<RecordError>? list))
                    {
                        named[row] = list = [];
                    }

                    if (!list.Exists(known => known.Code == error.Code && known.Field == error.Field))
                    {
                        list.Add(error);
                    }
                }
            }

            all &= fits;
        }

        return all;
    }

    /// <summary>Whether some row sends something in the field.</summary>
    public static bool IsSent<T>(WriteJob<T> job, IReadOnlyList<WriteRow<T>> rows, string field) =>
        rows.Any(row => job.TryGetText(row.Body, field, out _));

    private static bool Fits<T>(WriteJob<T> job, WriteRow<T> row, RecordError error)
    {
        if (error.Field is null)
        {
            return false;
        }

        bool sent = job.TryGetText(row.Body, error.Field, out string? text);
        if (string.IsNullOrEmpty(error.InvalidValue))
        {
            return !sent || string.IsNullOrEmpty(text);
        }

        return sent && text is not null && (text.Equals(error.InvalidValue, StringComparison.Ordinal) || Holds(text, error.InvalidValue));
    }

    /// <summary>A multi-select is refused for single items, which the report names without the others.</summary>
    private static bool Holds(string text, string items)
    {
        if (!text.Contains(';', StringComparison.Ordinal))
        {
            return false;
        }

        string[] sent = text.Split(';');
        return items.Split(';').All(item => sent.Contains(item, StringComparer.Ordinal));
    }
}
