namespace Gainsight.Client;

/// <summary>What the handlers of one call share: it travels with the request message through every attempt.</summary>
internal sealed class RequestContext
{
    private int _inFlight;
    private TimeSpan _permitWaitBeforeFirstAttempt;

    public required ApiRequest Request { get; init; }

    /// <summary>How long the call waited for permits in all.</summary>
    public TimeSpan PermitWait { get; set; }

    /// <summary>How long the last attempt took.</summary>
    public TimeSpan LastAttempt { get; set; }

    /// <summary>Whether an attempt before the last one may have been carried out.</summary>
    public bool EarlierAttemptMayHaveBeenProcessed { get; set; }

    /// <summary>The time stamp at which the first attempt began, once there was one.</summary>
    public long? FirstAttemptAt { get; private set; }

    /// <summary>How long the call waited for permits between its attempts: time that is not its own.</summary>
    public TimeSpan PermitWaitBetweenAttempts => FirstAttemptAt is null ? TimeSpan.Zero : PermitWait - _permitWaitBeforeFirstAttempt;

    /// <summary>What the last attempt brought, when it brought an answer. Perhaps disposed: only its envelope may be read.</summary>
    public BufferedAnswer? LastAnswer { get; set; }

    /// <summary>What the last attempt failed with, when it brought no answer.</summary>
    public Exception? LastFailure { get; set; }

    /// <summary>Whether the last answer was a 401 to a token that has since been thrown away, so that the call deserves another token.</summary>
    public bool TokenRejected { get; set; }

    /// <summary>The delay before the retry that was just decided on.</summary>
    public TimeSpan RetryDelay { get; set; }

    /// <summary>Claims the request message for an attempt; false while another attempt has it.</summary>
    public bool TryBeginAttempt() => Interlocked.Exchange(ref _inFlight, 1) == 0;

    /// <summary>Notes when the first attempt began; later ones change nothing.</summary>
    public void NoteAttempt(long timestamp)
    {
        if (FirstAttemptAt is null)
        {
            FirstAttemptAt = timestamp;
            _permitWaitBeforeFirstAttempt = PermitWait;
        }
    }

    public void EndAttempt() => Volatile.Write(ref _inFlight, 0);

    public static RequestContext Of(HttpRequestMessage request) =>
        (request as ApiRequestMessage)?.Context
        ?? throw new InvalidOperationException("The request did not come through the transport.");
}
