namespace Gainsight.Client.Fuzz.Clients;

/// <summary>Whether every row of a write is told exactly once.</summary>
internal static class Accounting
{
    public static async Task CheckAsync<T>(int rows, Task<WriteReport<T>> write)
    {
        WriteReport<T> report;
        try
        {
            report = await write;
        }
        catch (WriteCanceledException canceled)
        {
            report = canceled.GetReport<T>() ?? throw new CheckException("A cancelled write has no report.");
        }

        CheckException.ThrowIf(report.Rows.Count != rows, "A report has another number of rows.");
        for (var index = 0; index < rows; index++)
        {
            Check(report.Rows[index], index);
        }
    }

    public static async Task CheckAsync<T>(int rows, IAsyncEnumerable<RowOutcome<T>> write)
    {
        var told = new List<RowOutcome<T>>();
        try
        {
            await foreach (var row in write)
            {
                told.Add(row);
            }
        }
        catch (WriteCanceledException canceled)
        {
            told.AddRange((canceled.GetReport<T>() ?? throw new CheckException("A cancelled stream has no report.")).Rows);
        }

        CheckException.ThrowIf(told.Count != rows, "A stream tells of another number of rows.");
        for (var index = 0; index < rows; index++)
        {
            Check(told[index], index);
        }
    }

    public static void Check<T>(RowOutcome<T> row, int index)
    {
        CheckException.ThrowIf(row.Index != index, "A row is told in another place.");
        CheckException.ThrowIf(!Enum.IsDefined(row.Status), "A row has no status.");
        CheckException.ThrowIf(row.Status == RowStatus.Failed && row.Errors.Count == 0, "A failed row has no error.");
        CheckException.ThrowIf(row.Succeeded && row.Errors.Count > 0, "A written row has an error.");
    }
}
