using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>Submits an export, waits for it and reads its chunks.</summary>
internal sealed class ExportReader<T>(ClientContext context, ExportOptions options)
    where T : GainsightRecord, new()
{
    /// <summary>The number of rows at which Gainsight stops when a query sets no limit (copies of the Bulk REST API documentation).</summary>
    public const int MaxRows = 1_000_000;

    /// <summary>Submits an export.</summary>
    public async Task<ExportJob> SubmitAsync(QueryPlan plan, CancellationToken cancellationToken)
    {
        using var body = JsonBody.Create(
            (plan, context.Format), static (writer, state) => state.plan.Write(writer, state.Format, state.plan.Take ?? MaxRows, offset: 0));
        var request = new ApiRequest { Operation = Operation.ExportSubmit, Object = plan.Definition.Name, Body = body, Lane = RequestLane.Bulk };
        using var response = await SendAsync(request, plan, cancellationToken).ConfigureAwait(false);
        var url = ExportStatus.Read(response.Body).StatusUrl ?? throw new GainsightProtocolException(
            $"{Operation.ExportSubmit.Name} of {plan.Definition.Name}: Gainsight accepted the export, but its answer has no status address (statusURL).");
        var job = new ExportJob
        {
            ObjectName = plan.Definition.Name,
            Fields = [.. plan.Fields.Select(field => (field.ReadAs ?? field).Name)],
            StatusAddress = url,
            RowLimit = plan.Take is null ? MaxRows : null,
            Take = plan.Take,
        };
        AddressOf(job, url);
        return job;
    }

    private async Task<BufferedAnswer> SendAsync(ApiRequest request, QueryPlan plan, CancellationToken cancellationToken)
    {
        var started = ClientContext.NextMoment();
        try
        {
            return await context.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (GainsightApiException failure) when (QueryErrors.MayBeNames(failure))
        {
            throw await QueryErrors.ExplainAsync(failure, plan, context.Metadata, started, cancellationToken).ConfigureAwait(false) ?? failure;
        }
    }

    /// <summary>Submits an export and reads it.</summary>
    public async IAsyncEnumerable<T> ReadAsync(QueryPlan asked, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var plan = await QueryMetadata.CompleteAsync(asked, context.Metadata, cancellationToken).ConfigureAwait(false);
        var job = await SubmitAsync(plan, cancellationToken).ConfigureAwait(false);
        var found = false;
        await foreach (var row in ReadAsync(job, plan.Fields, plan.Labels, isNew: true, cancellationToken).ConfigureAwait(false))
        {
            found = true;
            yield return row;
        }

        if (!found)
        {
            await QueryMetadata.EnsureLabelsAsync(plan, context.Metadata, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Waits for a job and reads its remaining chunks.</summary>
    public async IAsyncEnumerable<T> ReadAsync(
        ExportJob job, IReadOnlyList<Field> fields, RecordLabels? labels, bool isNew, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var status = await WaitAsync(job, isNew, cancellationToken).ConfigureAwait(false);

        // All addresses are checked before the first is used.
        Uri[] addresses = [.. status.Chunks.Select(chunk => AddressOf(job, chunk.Url))];
        Check(job, status, addresses);
        var columns = new ExportColumns(context.Metadata, new T().Definition, job.ObjectName, fields);
        var isEnough = job.RowsRead >= job.Take;
        while (job.NextChunk < addresses.Length && !isEnough)
        {
            using var chunk = new ExportChunkReader<T>(context, job.ObjectName, addresses[job.NextChunk], Expected(status, job.NextChunk), columns, labels);
            IReadOnlyList<T> rows;
            var rest = job.Take - job.RowsRead ?? long.MaxValue;
            while (rest > 0 && (rows = await chunk.ReadAsync(cancellationToken).ConfigureAwait(false)).Count > 0)
            {
                foreach (var row in rows)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return row;
                    if (--rest == 0)
                    {
                        break;
                    }
                }
            }

            // A tenant can ignore the limit of an export.
            isEnough = rest == 0;
            job = job with
            {
                NextChunk = job.NextChunk + 1,
                LastChunkAddress = addresses[job.NextChunk].PathAndQuery,
                RowsRead = isEnough ? job.Take!.Value : job.RowsRead + chunk.RowsReturned,
            };
            options.Progress?.Report(new ExportProgress(job, status.Status, status.TotalRows));
        }

        if (isEnough)
        {
            yield break;
        }

        if (status.TotalRows is { } total && job.RowsRead != total)
        {
            throw new GainsightProtocolException(
                $"{Operation.ExportChunk.Name} of {job.ObjectName}: Gainsight announced {Plural.Of(total, "row")}, but the chunks of the export had {job.RowsRead}. Do not rely on the result: export again.");
        }

        if (job.RowsRead >= job.RowLimit)
        {
            // Without a total, only the number of rows shows it.
            throw Limited(job, status, "The rows that were read may be incomplete.");
        }
    }

    private async Task<ExportStatus> WaitAsync(ExportJob job, bool isNew, CancellationToken cancellationToken)
    {
        var address = AddressOf(job, job.StatusAddress);
        ExportStatus? last = null;
        var watch = new JobWatch();
        var ended = await JobPolling.WaitAsync(
            context.Transport,
            options.PollInterval,
            options.MaxWait,
            isNew,
            async () =>
            {
                last = await GetStatusAsync(job, address, cancellationToken).ConfigureAwait(false);
                return watch.IsOver(last.Status) ? last : null;
            },
            cancellationToken).ConfigureAwait(false);
        if (ended is { IsCompleted: true })
        {
            return ended;
        }

        throw new GainsightExportException(ended is null
            ? $"The export of {job.ObjectName} did not end within {options.MaxWait}. The job continues: read it later from the Job of this exception, or raise {nameof(ExportOptions.MaxWait)}."
            : watch.IsLost
            ? $"{JobFollower.Lost(Operation.ExportStatus, job.StatusAddress, ended.Status)} No row of {job.ObjectName} was read. Read the export later from the Job of this exception, or export again."
            : $"Gainsight did not complete the export of {job.ObjectName} ({JobFollower.WordOf(ended.Status)}). No row was read. Export again, which costs another asynchronous call, or export fewer rows with Where. If the error stays, report it to Gainsight's support.")
        {
            Job = job,
            JobId = job.StatusAddress,
            Status = last?.Status,
        };
    }

    private async Task<ExportStatus> GetStatusAsync(ExportJob job, Uri address, CancellationToken cancellationToken)
    {
        var request = new ApiRequest { Operation = Operation.ExportStatus, Object = job.ObjectName, Address = address, Lane = RequestLane.Bulk };
        using var response = await SendAsync(request).ConfigureAwait(false);
        var status = ExportStatus.Read(response.Body);
        options.Progress?.Report(new ExportProgress(job, status.Status, status.TotalRows));
        return status;

        async Task<BufferedAnswer> SendAsync(ApiRequest request)
        {
            try
            {
                return await context.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (GainsightApiException refusal) when (JobFollower.SaysUnknown(refusal))
            {
                throw JobFollower.Unknown(request.Operation, job.StatusAddress, refusal);
            }
        }
    }

    private static void Check(ExportJob job, ExportStatus status, Uri[] addresses)
    {
        if (status.TotalRows >= job.RowLimit)
        {
            throw Limited(job, status, "No row was read.");
        }

        if (addresses.Distinct().Count() < addresses.Length)
        {
            throw new GainsightProtocolException(
                $"{Operation.ExportStatus.Name} of {job.ObjectName}: the answer lists a chunk twice, so rows would be doubled. Export again.");
        }

        if (!status.HasOffsets && job is { LastChunkAddress: { } last, NextChunk: > 0 } && addresses.ElementAtOrDefault(job.NextChunk - 1)?.PathAndQuery != last)
        {
            throw new GainsightProtocolException(
                $"{Operation.ExportStatus.Name} of {job.ObjectName}: the answer lists the chunks in another order or under other addresses than when the first of them were read, so rows would be lost or doubled. Read the job again later, or export again.");
        }

        if (addresses.Length == 0 && status.TotalRows is null or > 0)
        {
            throw new GainsightProtocolException(
                $"{Operation.ExportStatus.Name} of {job.ObjectName}: the export is complete, but the answer lists no chunks (chunkDetails).");
        }
    }

    private static GainsightExportException Limited(ExportJob job, ExportStatus status, string read) => new(
        $"The export of {job.ObjectName} stops at {job.RowLimit} rows, and there may be more. {read} Split the export, for example with Where on a date, or use Take if so many rows are enough.")
    {
        Job = job,
        JobId = job.StatusAddress,
        Status = status.Status,
    };

    /// <summary>The number of rows of a chunk: up to the first row of the next chunk, or the last row of the export.</summary>
    private static long? Expected(ExportStatus status, int chunk)
    {
        var end = chunk + 1 < status.Chunks.Count ? status.Chunks[chunk + 1].Offset : status.TotalRows;

        // A chunk without rows can begin after the last row.
        end = end > status.TotalRows ? status.TotalRows : end;
        return end < status.Chunks[chunk].Offset ? 0 : end - status.Chunks[chunk].Offset;
    }

    private Uri AddressOf(ExportJob job, string url) =>
        (url.Length > 0 ? context.Transport.Resolve(url) : null) ?? throw new GainsightProtocolException(
            $"The export of {job.ObjectName} has an address that is not on {context.Transport.Host}. Nothing was sent there, because the request would carry the tenant's credential.");
}
