namespace WarehouseSync;

/// <summary>A table that can be read several times: a CSV file or a query. The columns are checked before the first row.</summary>
internal sealed record Source(string Text, Func<Action<IEnumerable<string>>, CancellationToken, IAsyncEnumerable<object>> Read)
{
    public static async Task<Source> OfCsvAsync(string file, string? delimiter, string? encoding, CancellationToken stop)
    {
        try
        {
            var csv = await CsvFile.OpenAsync(file, delimiter, encoding, stop);
            return new($"{file} ({csv.Columns.Count} columns separated by '{csv.Delimiter}', {csv.EncodingName})", (check, token) =>
            {
                check(csv.Columns);
                return csv.ReadAsync(token);
            });
        }
        catch (ArgumentException wrong) when (wrong.ParamName is "delimiter" or "encoding")
        {
            throw new ArgumentException($"--{wrong.ParamName}: {wrong.Message}");
        }
    }

    public static Source OfQuery(string query, string? connection)
    {
        const string Missing = "Set WAREHOUSE_CONNECTION, such as Host=localhost;Database=warehouse;Username=me.";
        var warehouse = NpgsqlDataSource.Create(connection ?? throw new ArgumentException(Missing));
        return new("the query", (check, stop) => ReadAsync(warehouse.CreateCommand(query), check, stop));
    }

    private static async IAsyncEnumerable<DbDataReader> ReadAsync(
        NpgsqlCommand query, Action<IEnumerable<string>> check, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var table = await query.ExecuteReaderAsync(stop);
        check(Enumerable.Range(0, table.FieldCount).Select(table.GetName));
        while (await table.ReadAsync(stop))
        {
            yield return table;
        }
    }
}
