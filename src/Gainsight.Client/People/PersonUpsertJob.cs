namespace Gainsight.Client;

/// <summary>Upserts people, one per call.</summary>
internal sealed class PersonUpsertJob(ClientContext context, WriteOptions options, bool isPreview = false) : PersonJob(context, options, isPreview)
{
    public override int CallSize => 1;

    public override ApiRequest CreateRequest(IReadOnlyList<WriteRow<Person>> rows, RequestLane lane, CallCounter calls) => new()
    {
        Operation = Operation.PeopleUpsert,
        Body = JsonBody.Create(
            (rows[0].Body, Format),
            static (writer, state) => RecordWriter.WriteUpdate(
                writer, state.Body, [PersonFields.Email], gsid: null, PersonFields.Definition, state.Format)),
        Lane = lane,
        RecordCount = 1,
        Calls = calls,
    };

    public override bool Settle(IReadOnlyList<WriteRow<Person>> rows, BufferedAnswer response, out int? written)
    {
        var row = rows[0];
        written = null;
        var gsid = PersonAnswer.GsidOf(response.Data);

        // With a GSID beside its errors, the answer says that the person, or a part of it, was written.
        var status = response.Errors.Count == 0 ? row.Success : gsid is null ? RowStatus.Failed : RowStatus.Unknown;
        row.Outcome = new(row.Index, row.Record, status, gsid, response.Errors, response.RequestId);
        return true;
    }
}
