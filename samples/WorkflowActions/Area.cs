namespace WorkflowActions;

/// <summary>The actions that areas have in common. The library maps, checks, writes and reports.</summary>
internal static class Area<T>
    where T : GainsightRecord, new()
{
    public static Run Create(Func<GainsightClient, RecordInsertClient<T>> area) =>
        Write(area, (i, rows, stop) => area(i.Gainsight).InsertAsync(rows, stop));
    public static Run Update(Func<GainsightClient, RecordWriteClient<T>> area) =>
        Write(area, (i, rows, stop) => area(i.Gainsight).UpdateAsync(rows, i.Keys, stop));
    public static Run Change(Func<GainsightClient, CockpitClient<T>> area) =>
        Write(area, (i, rows, stop) => area(i.Gainsight).UpdateAsync(rows, stop));
    public static Run Delete(Func<GainsightClient, RecordClient<T>> area) =>
        async (i, stop) => (await area(i.Gainsight).DeleteAsync(i.Texts("ids"), stop)).Rows;
    public static Run Read(Func<GainsightClient, RecordQueryClient<T>> area) => async (i, stop) =>
    {
        var query = area(i.Gainsight).Query().Select(i.Texts("select").Select(Field.Custom<string>)).Take(i.Limit);
        return await (i.Where is { } where ? query.Where(where) : query).ToListAsync(stop);
    };
    public static Run List(Func<GainsightClient, CockpitClient<T>> area) => async (i, stop) =>
        await (i.Where is { } where ? area(i.Gainsight).List().Where(where) : area(i.Gainsight).List()).Take(i.Limit).ToListAsync(stop);

    public static Run Write(Func<GainsightClient, RecordQueryClient<T>> area,
        Func<ActionInput, IReadOnlyList<T>, CancellationToken, Task<WriteReport<T>>> write) => async (i, stop) =>
    {
        var mapper = await area(i.Gainsight).MapAsync(i.Map(), stop);
        if (i.ListsFields)
        {
            return mapper.Fields.Select(field => $"    {field.Name}: {field.DataType}{(field.IsRequired ? " (required)" : "")}");
        }

        var report = await write(i, [.. i.List("records").Select(record => mapper.Map(record).ForWriting())], stop);
        return report.StoppedBy is null ? report.Rows : [.. report.Rows, new { Succeeded = false, report.StoppedBy.Message }];
    };
}
