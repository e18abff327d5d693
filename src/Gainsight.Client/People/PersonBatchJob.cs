namespace Gainsight.Client;

/// <summary>Upserts people 50 a call: Gainsight works on them in the background, and is asked until it is done.</summary>
internal sealed class PersonBatchJob(ClientContext context, WriteOptions options) : PersonJob(context, options)
{
    /// <summary>Third parties tell of up to 30 minutes.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(35);

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(2);

    public override int CallSize => 50;

    /// <summary>Ten calls an hour are not to be spent on finding bad rows.</summary>
    public override int MaxCalls => 1;

    public override ApiRequest CreateRequest(IReadOnlyList<WriteRow<Person>> rows, RequestLane lane, CallCounter calls) => new()
    {
        Operation = Operations.PeopleUpsertBatch,
        Body = JsonBody.Create((rows, Context.Format), static (writer, state) =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("records"u8);
            foreach (var row in state.rows)
            {
                RecordWriter.WriteUpdate(writer, row.Body, [PersonFields.Email], gsid: null, PersonFields.Definition, state.Format);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }),
        Lane = lane,
        RecordCount = rows.Count,
        Calls = calls,
    };

    public override async Task<ApiResponse?> FollowAsync(ApiResponse accepted, CallCounter calls, CancellationToken cancellationToken)
    {
        var started = PersonBatchAnswer.Read(accepted.Data);
        if (started.HasEnded)
        {
            return null;
        }

        var id = started.JobId ?? throw new GainsightException(
            $"{Operations.PeopleUpsertBatch.Name}: Gainsight took the batch, and its answer names no job to ask after. Look whether the people are there, or send them again, which does no harm.");
        return await JobPolling.WaitAsync(
            Context.Transport.TimeProvider, FirstDelay, Limit, isNew: true, () => AskAsync(id, calls, cancellationToken), cancellationToken).ConfigureAwait(false)
            ?? throw new GainsightException(
                $"{Operations.PeopleBatchStatus.Name}: Gainsight had not ended the batch after {Limit.TotalMinutes:0} minutes. Look whether the people are there, or send them again, which does no harm.");
    }

    public override bool Settle(IReadOnlyList<WriteRow<Person>> rows, ApiResponse response, out int? written)
    {
        written = null;
        new PersonBatchOutcome(this, rows, PersonBatchAnswer.Read(response.Data), response.RequestId).Settle();
        return true;
    }

    /// <summary>The answer of a job that has ended, or null while it has not.</summary>
    private async Task<ApiResponse?> AskAsync(string id, CallCounter calls, CancellationToken cancellationToken)
    {
        var request = new ApiRequest { Operation = Operations.PeopleBatchStatus, Id = id, Calls = calls };
        var response = await Context.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (PersonBatchAnswer.Read(response.Data).HasEnded)
        {
            return response;
        }

        response.Dispose();
        return null;
    }
}
