namespace Gainsight.Client;

/// <summary>Deletes by GSID, one per call (a Gainsight limit).</summary>
internal sealed class DeleteJob(ObjectDefinition definition) : WriteJob<string>
{
    public override int CallSize => 1;

    public override int BlockSize => 50;

    public override string ObjectName => definition.Name;

    public override IReadOnlyList<Field> Keys => IdentifierKeys.Gsid;

    /// <summary>A GSID has nothing to check or compare.</summary>
    public override bool CanCheckFirst => true;

    public override RecordError? Check(string? row)
    {
        if (string.IsNullOrWhiteSpace(row))
        {
            return new(RecordErrorCodes.MissingKey, "The GSID is empty.", SystemFields.Gsid.Name);
        }

        // In a path, these would name another call.
        return row is "." or ".." ? new(RecordErrorCodes.InvalidValue, "The text is not a GSID.", SystemFields.Gsid.Name) : null;
    }

    public override string? KeyOf(string row) => row;

    public override Task ResolveAsync(IReadOnlyList<WriteRow<string>> block, CallCounter calls, CancellationToken cancellationToken)
    {
        foreach (var row in block)
        {
            row.Mode = WriteMode.Delete;
            row.Gsid = row.Record;
        }

        return Task.CompletedTask;
    }

    public override ApiRequest CreateRequest(IReadOnlyList<WriteRow<string>> rows, RequestLane lane, CallCounter calls) => new()
    {
        Operation = definition.Routes.Delete,
        Object = definition.Name,
        Id = rows[0].Record,
        Lane = lane,
        RecordCount = 1,
        Calls = calls,
    };
}
