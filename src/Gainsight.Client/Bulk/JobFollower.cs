namespace Gainsight.Client;

/// <summary>Waits for a background job that is known by its id only.</summary>
internal static class JobFollower
{
    /// <summary>Asks for the state, at once and then in growing intervals, until the job has ended or the wait is over.</summary>
    /// <exception cref="GainsightNotFoundException">The tenant has no such job.</exception>
    /// <exception cref="GainsightJobException">The job stays in a state that is not known.</exception>
    public static async Task<JobReport> FollowAsync(
        ClientContext context, ApiRequest status, Func<BufferedAnswer, JobReport> read, FollowOptions options, CancellationToken cancellationToken)
    {
        JobReport? last = null;
        var watch = new JobWatch();
        try
        {
            await JobPolling.WaitAsync(context.Transport, options.PollInterval, options.MaxWait, isNew: false, AskAsync, cancellationToken).ConfigureAwait(false);
        }
        catch (GainsightApiException refusal) when (SaysUnknown(refusal))
        {
            throw Unknown(status.Operation, status.Id!, refusal);
        }

        if (watch.IsLost)
        {
            throw new GainsightJobException($"{Lost(status.Operation, status.Id!, last!.Status)} Find out in Gainsight what became of it.")
            {
                JobId = status.Id,
                Status = last.Status,
            };
        }

        return last ?? new JobReport { JobId = status.Id! };

        async Task<JobReport?> AskAsync()
        {
            using var response = await context.Transport.SendAsync(status, cancellationToken).ConfigureAwait(false);
            last = read(response);
            options.Progress?.Report(last);
            return watch.IsOver(last.Status) || last.HasEnded ? last : null;
        }
    }

    /// <summary>Whether a refused request for the state of a job means that there is no such job. The page of a proxy says nothing of jobs.</summary>
    public static bool SaysUnknown(GainsightApiException refusal) =>
        (refusal is GainsightNotFoundException or GainsightValidationException) && refusal.IsFromGainsight;

    /// <summary>The exception for a job that the tenant does not know.</summary>
    public static GainsightNotFoundException Unknown(Operation operation, string job, GainsightApiException refusal) => new(
        $"{operation.Name}: Gainsight knows no job '{job}'. Check that it is a job of this kind in this tenant. Gainsight may also have forgotten the job; how long it keeps jobs is unknown.",
        refusal.ToRefusal());

    /// <summary>Says that a job stays in a state that is not known.</summary>
    public static string Lost(Operation operation, string job, string? state) =>
        $"{operation.Name}: the last {JobState.MaxUnknown} answers about the job '{job}' have a state that is not known ('{WordOf(state)}'). Whether the job has ended, and what it wrote, is unknown.";

    /// <summary>The state as it is shown in messages: a short text of letters, digits and separators.</summary>
    public static string WordOf(string? state) => SafeText.IsToken(state?.Replace(' ', '_')) ? state! : "no word";

    /// <summary>The request for the state of a job.</summary>
    /// <exception cref="ArgumentException">The id is empty, or cannot be part of a path.</exception>
    public static ApiRequest Request(Operation operation, string jobId, string? objectName = null, Func<ReadOnlyMemory<byte>, bool>? tellsOfRecords = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(jobId);
        return new()
        {
            Operation = operation,
            Object = objectName,
            Id = JobState.Id(jobId) ?? throw new ArgumentException("No job has this id.", nameof(jobId)),
            Lane = RequestLane.Bulk,
            TellsOfRecords = tellsOfRecords,
        };
    }
}
