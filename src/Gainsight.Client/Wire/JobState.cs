namespace Gainsight.Client;

/// <summary>The states of the jobs of Gainsight, of every kind. The set of words is open and their spelling is unknown, so only letters are compared.</summary>
internal static class JobState
{
    /// <summary>How many times in a row a state that is not known is accepted. Such a state may be a step of the job, or its end.</summary>
    public const int MaxUnknown = 5;

    /// <summary>The word in capitals without separators: <c>INPROGRESS</c>.</summary>
    public static string? Of(string? text) => text is null ? null : string.Concat(text.Where(char.IsAsciiLetter)).ToUpperInvariant();

    /// <summary>The id of a job, or null when it cannot be part of a path: the job can then not be asked for.</summary>
    public static string? Id(string? text) => string.IsNullOrWhiteSpace(text) || text is "." or ".." ? null : text;

    /// <summary>Whether the job is waiting or running.</summary>
    public static bool IsUnderWay(string? text) => Of(text)
        is "INIT" or "INITIATED" or "NOTSTARTED" or "SUBMITTED" or "QUEUED" or "PENDING" or "SCHEDULED" or "STARTED" or "INPROGRESS" or "RUNNING" or "PROCESSING";

    public static bool IsCompleted(string? text) => Of(text) is "COMPLETED" or "COMPLETE" or "SUCCESS" or "SUCCEEDED" or "DONE" or "FINISHED";

    /// <summary>Whether the job has ended without all of its work.</summary>
    public static bool HasFailed(string? text) => Of(text)
        is "COMPLETEDWITHERRORS" or "PARTIALLYCOMPLETED" or "PARTIALSUCCESS" or "FAILED" or "FAILURE" or "ABORTED" or "CANCELLED" or "CANCELED" or "ERROR" or "EXPIRED" or "TERMINATED" or "REJECTED" or "STOPPED" or "TIMEDOUT" or "KILLED";

    public static bool HasEnded(string? text) => IsCompleted(text) || HasFailed(text);

    /// <summary>Whether the state is a word that is not known.</summary>
    public static bool IsUnknown(string? text) => text is not null && !IsUnderWay(text) && !HasEnded(text);
}
