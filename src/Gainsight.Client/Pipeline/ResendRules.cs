namespace Gainsight.Client;

/// <summary>Judges what the last attempt of a call brought: whether another is worth while, and whether it is allowed.</summary>
internal static class ResendRules
{
    /// <summary>Whether the failure can pass by itself.</summary>
    public static bool IsTransient(CallState call) => call.LastFailure switch
    {
        null => call.LastAnswer is { IsThrottled: false } answer && (IsServerFailure(answer) || IsNoAnswer(answer)),
        GainsightTransportException => true,

        // The token endpoint failed or was throttled, which says nothing of the credential.
        GainsightThrottledException => true,
        GainsightAuthenticationException exception => (int)exception.StatusCode >= 500,
        _ => false,
    };

    /// <summary>Whether Gainsight may have carried the last attempt out.</summary>
    public static bool MayHaveBeenProcessed(CallState call) => call.LastFailure switch
    {
        null => call.LastAnswer is { } answer && MayHaveBeenProcessed(answer),
        GainsightException exception => exception.MayHaveBeenProcessed,
        _ => true,
    };

    /// <summary>Whether Gainsight may have carried out the attempt that brought the answer.</summary>
    public static bool MayHaveBeenProcessed(BufferedAnswer answer) => !answer.IsThrottled && (answer.IsPositive || IsServerFailure(answer));

    /// <summary>Whether the call may be sent once more: what creates something may not after an attempt of unknown fate, whoever asks.</summary>
    public static bool MayResend(CallState call) =>
        (call.Request.RetryTimeouts || call.LastFailure is not GainsightTransportException { IsTimeout: true })
        && (call.Request.Operation.Safety != RetrySafety.Unsafe || call.Request.MayRepeat || !MayHaveBeenProcessed(call));

    private static bool IsServerFailure(BufferedAnswer answer) => (int)answer.Status >= 500;

    private static bool IsNoAnswer(BufferedAnswer answer) => answer is { IsPositive: true, IsComplete: false, IsSuccess: false };
}
