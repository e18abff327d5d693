namespace Gainsight.Client;

/// <summary>Upserts people, one per call.</summary>
internal sealed class PersonUpsertJob(ClientContext context, WriteOptions options, bool isPreview = false) : PersonJob(context, options, isPreview)
{
    public override int CallSize => 1;

    public override ApiRequest CreateRequest(IReadOnlyList<WriteRow<Person>> rows, RequestLane lane, CallCounter calls) => new()
    {
        Operation = Operations.PeopleUpsert,
        Body = JsonBody.Create(
            (rows[0].Body, Context.Format),
            static (writer, state) => RecordWriter.WriteUpdate(
                writer, state.Body, [PersonFields.Email], gsid: null, PersonFields.Definition, state.Format)),
        Lane = lane,
        RecordCount = 1,
        Calls = calls,
    };

    public override bool Settle(IReadOnlyList<WriteRow<Person>> rows, ApiResponse response, out int? written)
    {
        var row = rows[0];
        written = null;
        row.Outcome = response.Errors.Count > 0
            ? new(row.Index, row.Record, RowStatus.Failed, errors: response.Errors, requestId: response.RequestId)
            : new(row.Index, row.Record, row.Success, PersonAnswer.GsidOf(response.Data), requestId: response.RequestId);
        return true;
    }
}
