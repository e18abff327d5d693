namespace Gainsight.Client;

/// <summary>Joins the rows of an input that carry the same key into one, later values winning.</summary>
internal static class RecordMerger
{
    /// <summary>One record to insert: every field that some row carries.</summary>
    public static T ForInsert<T>(IEnumerable<T> rows, ObjectDefinition definition)
        where T : GainsightRecord, new()
    {
        var merged = new T();
        foreach (var row in rows)
        {
            merged.TakeFrom(row, definition);
        }

        return merged;
    }

    /// <summary>One record to update with: the keys, and what was changed on some row. What was only loaded stays out, as it does of a single row.</summary>
    public static T ForUpdate<T>(IEnumerable<T> rows, IdentifierKeys keys)
        where T : GainsightRecord, new()
    {
        var merged = new T();
        foreach (var row in rows)
        {
            TakeKeys(merged, row, keys);
            TakeChanges(merged, row);
        }

        return merged;
    }

    private static void TakeKeys(GainsightRecord merged, GainsightRecord row, IdentifierKeys keys)
    {
        var fields = row.PresentFields();
        while (fields.MoveNext())
        {
            var field = fields.Field;
            if (keys.Any(key => key.IsNamed(field.Name)))
            {
                merged.SetValue(field, fields.ToValue());
            }
        }
    }

    private static void TakeChanges(GainsightRecord merged, GainsightRecord row)
    {
        foreach (ref readonly var change in row.Changes)
        {
            if (change.Value.Kind != RecordValueKind.Removed)
            {
                merged.SetValue(change.Field, change.Value);
            }
        }

        foreach ((var field, var lookup) in row.Lookups)
        {
            merged.SetLookup(field, lookup);
        }
    }
}
