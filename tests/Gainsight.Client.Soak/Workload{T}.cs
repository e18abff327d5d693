namespace Gainsight.Client.Soak;

/// <summary>A kind of record with its type.</summary>
internal sealed class Workload<T>(string name, string objectName, string keyField, string valueField, Func<SoakRow, WriteKind, T> create)
    : Workload(name, objectName, keyField, valueField)
    where T : class
{
    /// <summary>Writes records as a list.</summary>
    public required Func<GainsightClient, WriteKind, IEnumerable<T>, CancellationToken, Task<WriteReport<T>>> List { get; init; }

    /// <summary>Writes records as a stream, or null where there is none.</summary>
    public Func<GainsightClient, WriteKind, IEnumerable<T>, CancellationToken, IAsyncEnumerable<RowOutcome<T>>>? Stream { get; init; }

    /// <summary>Deletes records, or null where they cannot be deleted.</summary>
    public Func<GainsightClient, IEnumerable<string>, CancellationToken, Task<WriteReport<string>>>? Delete { get; init; }

    public override async Task WriteListAsync(GainsightClient gainsight, WriteKind kind, IReadOnlyList<SoakRow> rows, CancellationToken cancellationToken)
    {
        try
        {
            if (kind == WriteKind.Delete)
            {
                Note(rows, (await Delete!(gainsight, rows.Select(row => row.Gsid!), cancellationToken).ConfigureAwait(false)).Rows);
                return;
            }

            Note(rows, (await List(gainsight, kind, rows.Select(row => create(row, kind)), cancellationToken).ConfigureAwait(false)).Rows);
        }
        catch (WriteCanceledException canceled)
        {
            Note(rows, canceled.GetReport<T>()?.Rows ?? []);
            Note(rows, canceled.GetReport<string>()?.Rows ?? []);
            throw;
        }
    }

    public override async Task<bool> WriteStreamAsync(
        GainsightClient gainsight, WriteKind kind, IReadOnlyList<SoakRow> rows, int leaveAfter, CancellationToken cancellationToken)
    {
        if (Stream is null || kind == WriteKind.Delete)
        {
            await WriteListAsync(gainsight, kind, rows, cancellationToken).ConfigureAwait(false);
            return false;
        }

        try
        {
            var told = 0;
            await foreach (var row in Stream(gainsight, kind, rows.Select(row => create(row, kind)), cancellationToken).ConfigureAwait(false))
            {
                Note(rows, [row]);
                if (++told == leaveAfter)
                {
                    return true;
                }
            }

            return false;
        }
        catch (WriteCanceledException canceled)
        {
            Note(rows, canceled.GetReport<T>()?.Rows ?? []);
            throw;
        }
    }

    private static void Note<TRow>(IReadOnlyList<SoakRow> rows, IEnumerable<RowOutcome<TRow>> outcomes)
    {
        foreach (var outcome in outcomes)
        {
            var row = rows[(int)outcome.Index];
            row.Told = row.Told is null ? outcome.Status : throw new InvalidOperationException($"Row {outcome.Index} was told twice.");
            row.Gsid = outcome.Gsid ?? row.Gsid;
            row.Code = outcome.Errors.Count > 0 ? outcome.Errors[0].Code : null;
        }
    }
}
