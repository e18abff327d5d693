using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;

namespace Gainsight.Client;

/// <summary>Sends the parts of an import one after the other, because Gainsight allows a tenant one connection for imports.</summary>
internal sealed class ImportRun(ClientContext context, string jobId, ImportOptions options)
{
    private readonly List<ImportPart> _parts = [];

    /// <summary>Sends all rows.</summary>
    public async Task<ImportReport> RunAsync(IAsyncEnumerable<ReadOnlyMemory<byte>> rows, CancellationToken cancellationToken)
    {
        var each = rows.GetAsyncEnumerator(cancellationToken);
        await using var reading = each.ConfigureAwait(false);
        var source = new ImportFile(each, options.PartBytes);
        try
        {
            while (await NextAsync(source, cancellationToken).ConfigureAwait(false) is { } file)
            {
                await using (file.ConfigureAwait(false))
                {
                    if (await SendAsync(file, source.RowCount, cancellationToken).ConfigureAwait(false) is { } failure)
                    {
                        return new ImportReport(_parts, failure);
                    }
                }
            }
        }
        catch (Exception failure) when (_parts.Count > 0 && !(failure is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            return new ImportReport(_parts, Reason(failure));
        }

        return _parts.Count > 0
            ? new ImportReport(_parts, stoppedBy: null)
            : throw new GainsightValidationException("There is nothing to import: the input has no row after the header. Nothing was sent.");
    }

    /// <summary>Creates the next part. An exception of the rows becomes a reason to stop, because throwing it would lose the report of the parts before.</summary>
    private async Task<FileStream?> NextAsync(ImportFile source, CancellationToken cancellationToken)
    {
        try
        {
            return await source.NextAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (_parts.Count > 0 && exception is not GainsightException && !cancellationToken.IsCancellationRequested)
        {
            throw new GainsightException(
                $"The rows of the import could not be read to the end ({exception.GetType().Name}, in InnerException). The report contains the parts that were sent. Import the rows from {nameof(ImportReport.NextRow)} on.",
                exception);
        }
    }

    /// <summary>Sends a part and waits for its end. Returns the reason to stop before the next part, or null.</summary>
    private async Task<GainsightException?> SendAsync(FileStream file, long rowCount, CancellationToken cancellationToken)
    {
        var part = new ImportPart { FirstRow = _parts.Sum(sent => sent.RowCount), RowCount = rowCount };
        CallState submit = new(new ApiRequest
        {
            Operation = Operation.ImportSubmit,
            Content = () => CreateForm(file),
            Lane = RequestLane.Bulk,
            RecordCount = (int)Math.Min(rowCount, int.MaxValue),
        });
        ImportStatus? last;
        JobWatch watch;
        try
        {
            part = part with { StatusId = await SubmitAsync(submit, cancellationToken).ConfigureAwait(false) };
            options.JobStarted?.Invoke(part.StatusId);
            (last, watch) = await WaitAsync(part.StatusId, cancellationToken).ConfigureAwait(false);
            part = part with { Status = last?.Status };
            if (JobState.HasEnded(part.Status))
            {
                // The counts of a job that may not have ended are not final.
                part = WithCounts(part, last!.Succeeded, last.Failed);
            }
        }
        catch (Exception failure) when (MayBeImported(part, submit, failure) && !(failure is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            Add(part);
            return Reason(failure);
        }

        Add(part);
        return JobState.IsCompleted(part.Status) ? null : new GainsightJobException(Describe(part, watch)) { JobId = part.StatusId, Status = part.Status };
    }

    private string Describe(ImportPart part, JobWatch watch)
    {
        var job = SafeText.Token(part.StatusId) ?? "(see JobId)";
        return watch.IsLost
            ? $"{JobFollower.Lost(Operation.ImportStatus, job, part.Status)} Check its result in Gainsight, then import the rows from {nameof(ImportReport.NextRow)} on."
            : JobState.HasEnded(part.Status)
            ? $"{Operation.ImportStatus.Name}: Gainsight did not complete the import of a part ({JobFollower.WordOf(part.Status)}). Find the reason in Gainsight under the job '{job}'. {(part.Succeeded == 0 ? "It says that it wrote no row, so import the rows of that part again." : "It may have written some rows of that part, so import only those again that it did not write.")}"
            : $"{Operation.ImportStatus.Name}: Gainsight did not end the import within {options.MaxWait}. The import continues as the job '{job}'. Check its result in Gainsight, then import the rows from {nameof(ImportReport.NextRow)} on.";
    }

    /// <summary>Adds the counts of Gainsight. Counts that the part cannot have say nothing.</summary>
    private static ImportPart WithCounts(ImportPart part, long? succeeded, long? failed) =>
        succeeded is < 0 || failed is < 0 || succeeded > part.RowCount || failed > part.RowCount || succeeded + failed > part.RowCount
            ? part
            : part with { Succeeded = succeeded, Failed = failed };

    private void Add(ImportPart part)
    {
        _parts.Add(part);
        options.Progress?.Report(part);
    }

    private static bool MayBeImported(ImportPart part, CallState submit, Exception failure) =>
        part.StatusId is not null || (failure is GainsightException known ? known.MayHaveBeenProcessed : submit.MayHaveBeenProcessed);

    private static GainsightException Reason(Exception failure) => failure as GainsightException ?? new GainsightException(
        $"The import was stopped by an exception that is not of this library ({failure.GetType().Name}, in InnerException). The report contains the parts that were sent.",
        failure);

    private async Task<string> SubmitAsync(CallState submit, CancellationToken cancellationToken)
    {
        using var response = await context.Transport.SendAsync(submit, cancellationToken).ConfigureAwait(false);
        return ImportStatus.Read(response.Body).StatusId ?? throw new GainsightProtocolException(
            $"{Operation.ImportSubmit.Name}: Gainsight accepted the file, but its answer has no status id (statusId) that can be asked for. Check the result in Gainsight.");
    }

    /// <summary>Waits for the end of a job. Returns its last known state, or null when no answer came.</summary>
    private async Task<(ImportStatus? Last, JobWatch Watch)> WaitAsync(string statusId, CancellationToken cancellationToken)
    {
        ImportStatus? last = null;
        var watch = new JobWatch();
        await JobPolling.WaitAsync(
            context.Transport,
            options.PollInterval,
            options.MaxWait,
            isNew: true,
            async () =>
            {
                var request = new ApiRequest { Operation = Operation.ImportStatus, Id = statusId, Lane = RequestLane.Bulk };
                using var response = await context.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
                last = ImportStatus.Read(response.Body);
                return watch.IsOver(last.Status) ? last : null;
            },
            cancellationToken).ConfigureAwait(false);
        return (last, watch);
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The form owns its parts, and the request the form.")]
    private MultipartFormDataContent CreateForm(FileStream file)
    {
        var boundary = $"gainsight-{Guid.NewGuid():N}";
        var form = new MultipartFormDataContent(boundary);

        // .NET puts quotes around the boundary, and not every server removes them.
        form.Headers.ContentType!.Parameters.Single().Value = boundary;
        var content = new StreamContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue(options.Separator == '\t' ? "text/tab-separated-values" : "text/csv");
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data")
        {
            Name = "\"file\"",
            FileName = options.Separator == '\t' ? "\"import.tsv\"" : "\"import.csv\"",
        };
        form.Add(content);
        var id = new StringContent(jobId);
        id.Headers.ContentType = null;
        id.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"jobId\"" };
        form.Add(id);
        return form;
    }
}
