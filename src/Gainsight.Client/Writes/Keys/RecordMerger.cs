namespace Gainsight.Client;

/// <summary>Merges rows of the input that have the same key. Later values win.</summary>
internal static class RecordMerger
{
    /// <summary>One record to insert, with every field that a row has.</summary>
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

    /// <summary>One record to update with: the keys, and what was changed in a row. As for a single row, what was only loaded is left out.</summary>
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
