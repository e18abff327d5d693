namespace Gainsight.Client;

/// <summary>Activates or deactivates users by their GSIDs.</summary>
internal sealed class UserStatusJob(ClientContext context, bool isActive) : WriteJob<string>
{
    private readonly KeyFinder _finder = new(context, UserFields.Definition, IdentifierKeys.Gsid);

    public override int CallSize => UserFields.Definition.CallSize;

    public override string ObjectName => UserFields.Definition.Name;

    public override IReadOnlyList<Field> Keys => IdentifierKeys.Gsid;

    /// <summary>The same limit as for other user calls.</summary>
    public override int MaxCalls => 8;

    public override bool IsAllOrNothing => false;

    public override RecordError? Check(string? row) =>
        string.IsNullOrWhiteSpace(row) ? new(RecordErrorCodes.MissingKey, "The GSID is empty.", SystemFields.Gsid.Name) : null;

    public override string? KeyOf(string row) => row;

    public override Task ResolveAsync(IReadOnlyList<WriteRow<string>> block, CallCounter calls, CancellationToken cancellationToken)
    {
        foreach (var row in block)
        {
            row.Mode = WriteMode.UpdateByGsid;
            row.Gsid = row.Record;
        }

        return Task.CompletedTask;
    }

    public override ApiRequest CreateRequest(IReadOnlyList<WriteRow<string>> rows, RequestLane lane, CallCounter calls) => new()
    {
        Operation = Operation.UsersSetStatus,
        Object = ObjectName,
        Query = isActive ? "status=true" : "status=false",
        Body = JsonBody.Create(rows, static (writer, rows) =>
        {
            writer.WriteStartArray();
            foreach (var row in rows)
            {
                writer.WriteStringValue(row.Record);
            }

            writer.WriteEndArray();
        }),
        Lane = lane,
        RecordCount = rows.Count,
        TellsOfRecords = UserAnswer.TellsOfRecords,
        Calls = calls,
    };

    public override bool Settle(IReadOnlyList<WriteRow<string>> rows, BufferedAnswer response, out int? written)
    {
        var errors = UserAnswer.Errors(response.Data);
        foreach (var error in errors)
        {
            Outcomes.Settle(rows.Where(row => error.Names(row.Record)), RowStatus.Failed, response.RequestId, error.Errors);
        }

        List<WriteRow<string>> open = [.. rows.Where(row => row.Outcome is null)];
        if (errors.Count > 0 && WriteAnswer.Read(response.Data.Span).Count != open.Count)
        {
            written = null;
            return open.Count == 0;
        }

        return base.Settle(open, response, out written);
    }

    public override bool TryGetSent(WriteRow<string> row, string field, out string? text)
    {
        text = row.Record;
        return SystemFields.Gsid.IsNamed(field);
    }

    public override async Task<IReadOnlyDictionary<WriteRow<string>, FoundRow>> FindAsync(
        IReadOnlyList<WriteRow<string>> rows, CallCounter calls, CancellationToken cancellationToken)
    {
        List<GainsightRecord> users = [.. rows.Select(row => new User { Gsid = row.Record })];
        var matches = await _finder.FindAsync(users, [], calls, cancellationToken).ConfigureAwait(false);
        return rows.Where((_, i) => matches[i].Count > 0).ToDictionary(row => row, row => new FoundRow(row.Record, Holds: false));
    }
}
