namespace Gainsight.Client;

/// <summary>Upserts people, 50 per call. Gainsight works on a batch in the background, and this job polls until it has ended.</summary>
internal sealed class PersonBatchJob(ClientContext context, WriteOptions options) : PersonJob(context, options)
{
    private readonly Action<string>? _jobStarted = options.JobStarted;

    /// <summary>Third parties report up to 30 minutes.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(35);

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(2);

    public override int CallSize => 50;

    /// <summary>Only ten calls an hour are allowed, so none is spent on finding bad rows.</summary>
    public override int MaxCalls => 1;

    public override ApiRequest CreateRequest(IReadOnlyList<WriteRow<Person>> rows, RequestLane lane, CallCounter calls) => new()
    {
        Operation = Operation.PeopleUpsertBatch,
        Body = JsonBody.Create((rows, Format), static (writer, state) =>
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

    public override async Task<BufferedAnswer?> FollowAsync(BufferedAnswer accepted, CallCounter calls, CancellationToken cancellationToken)
    {
        var started = PersonBatchAnswer.Read(accepted.Data);
        if (started.HasEnded && (started.JobId is null || started.HasResults))
        {
            return null;
        }

        var id = started.JobId ?? throw new GainsightException(
            $"{Operation.PeopleUpsertBatch.Name}: Gainsight accepted the batch, but its answer names no job to follow. Check whether the people exist, or send them again, which is safe.");
        _jobStarted?.Invoke(id);
        var watch = new JobWatch();
        return await JobPolling.WaitAsync(
            Context.Transport, FirstDelay, Limit, isNew: true, () => AskAsync(id, watch, calls, cancellationToken), cancellationToken).ConfigureAwait(false)
            ?? throw new GainsightException(
                $"{Operation.PeopleBatchStatus.Name}: the batch had not ended after {Limit.TotalMinutes:0} minutes. Check whether the people exist, or send them again, which is safe.");
    }

    public override bool Settle(IReadOnlyList<WriteRow<Person>> rows, BufferedAnswer response, out int? written)
    {
        written = null;
        new PersonBatchOutcome(this, rows, PersonBatchAnswer.Read(response.Data), response.RequestId).Settle();
        return rows.All(row => row.Outcome is not null);
    }

    /// <summary>A person who holds what was sent counts as upserted.</summary>
    public override async Task ConfirmAsync(IReadOnlyList<WriteRow<Person>> rows, string? requestId, CallCounter calls, CancellationToken cancellationToken)
    {
        try
        {
            await new PersonComparer(Context, isThorough: false).SettleAsync(rows, RowStatus.Upserted, calls, cancellationToken).ConfigureAwait(false);
        }
        catch (GainsightException)
        {
            // The people stay unknown.
        }

        Outcomes.Settle(rows, RowStatus.Unknown, requestId, new RecordError(
            RecordErrorCodes.CallRefused,
            "The last answer about the batch does not say whether this person was written. Check whether the person exists, or send it again, which is safe."));
    }

    /// <summary>The answer of a job that has ended, or stays in a state that is not known; null while the job is running.</summary>
    private async Task<BufferedAnswer?> AskAsync(string id, JobWatch watch, CallCounter calls, CancellationToken cancellationToken)
    {
        var request = new ApiRequest { Operation = Operation.PeopleBatchStatus, Id = id, Calls = calls };
        var response = await Context.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var answer = PersonBatchAnswer.Read(response.Data);
        if (watch.IsOver(answer.State) || answer.HasEnded)
        {
            return response;
        }

        response.Dispose();
        return null;
    }
}
