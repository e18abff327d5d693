namespace Gainsight.Client.Fuzz.Clients;

/// <summary>Reads everything that a call returns.</summary>
internal static class Reading
{
    public static async Task AllAsync<T>(IAsyncEnumerable<T> rows)
        where T : GainsightRecord
    {
        await foreach (var row in rows)
        {
            RecordReading.ReadAll(row);
        }
    }

    public static async Task AllAsync<T>(Task<IReadOnlyList<T>> rows)
    {
        foreach (var row in await rows)
        {
            if (row is GainsightRecord record)
            {
                RecordReading.ReadAll(record);
            }
        }
    }

    public static async Task ChangesAsync<T>(IAsyncEnumerable<Change<T>> changes)
        where T : GainsightRecord, new()
    {
        await foreach (var change in changes)
        {
            CheckException.ThrowIf(ChangeCheckpoint.Parse(change.Checkpoint.ToString()) != change.Checkpoint, "A checkpoint changes when it is written and read.");
            if (change.Record is { } record)
            {
                RecordReading.ReadAll(record);
            }
        }
    }

    public static async Task EachAsync<T>(IAsyncEnumerable<T> all)
    {
        await foreach (var each in all)
        {
            _ = each?.ToString();
        }
    }
}
