namespace WarehouseSync;

/// <summary>A table that can be read several times: a CSV file or a query.</summary>
internal sealed record Source(string Text, Func<Task<DbDataReader>> OpenAsync)
{
    /// <summary>Reads the rows. The columns are checked before the first.</summary>
    public async IAsyncEnumerable<DbDataReader> ReadAsync(Action<string[]> check, [EnumeratorCancellation] CancellationToken stop = default)
    {
        await using var table = await OpenAsync();
        check([.. Enumerable.Range(0, table.FieldCount).Select(table.GetName)]);
        while (await table.ReadAsync(stop))
        {
            yield return table;
        }
    }

    public static Source OfCsv(string file, string? delimiter, string? encoding)
    {
        var options = new CsvReaderOptions { Separator = delimiter?[0], Encoding = EncodingOf(file, encoding) };
        using var first = CsvReader.FromFile(file, options);
        return new($"{file} ({first.Headers.Count} columns separated by '{first.Separator}', {options.Encoding?.WebName ?? "Unicode"})",
            () => Task.FromResult<DbDataReader>(new CsvDataReader(CsvReader.FromFile(file, options), leaveOpen: false)));
    }

    public static Source OfQuery(string query, string? connection)
    {
        const string Missing = "Set WAREHOUSE_CONNECTION, such as Host=localhost;Database=warehouse;Username=me.";
        var warehouse = NpgsqlDataSource.Create(connection ?? throw new ArgumentException(Missing));
        return new("the query", async () => await warehouse.CreateCommand(query).ExecuteReaderAsync());
    }

    /// <summary>The encoding that is given, if the whole file has it. Else Unicode (null), or that of Windows.</summary>
    private static Encoding? EncodingOf(string file, string? given)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            var strict = Encoding.GetEncoding(given ?? "utf-8", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            _ = File.ReadLines(file, strict).LongCount();
            return given is null ? null : strict;
        }
        catch (DecoderFallbackException)
        {
            return given is null ? Encoding.GetEncoding("windows-1252")
                : throw new ArgumentException($"{file} is not in the encoding {given}. Leave out --encoding, or name that of the file.");
        }
        catch (ArgumentException) when (given is not null)
        {
            throw new ArgumentException($"--encoding {given} is not known. Name one such as utf-8 or windows-1252, or leave it out.");
        }
    }
}
