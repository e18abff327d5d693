namespace Gainsight.Client;

/// <summary>The state of a job of Gainsight. The set of words is open and their spelling is unknown, so only letters are compared.</summary>
internal static class JobState
{
    /// <summary>The word in capitals without separators: <c>INPROGRESS</c>.</summary>
    public static string? Of(string? text) => text is null ? null : string.Concat(text.Where(char.IsAsciiLetter)).ToUpperInvariant();

    /// <summary>The id of a job, or null when it cannot be part of a path: the job can then not be asked for.</summary>
    public static string? Id(string? text) => string.IsNullOrWhiteSpace(text) || text is "." or ".." ? null : text;

    /// <summary>Whether the job is waiting or running. Every other word means that it has ended.</summary>
    public static bool IsUnderWay(string? text) => Of(text)
        is "INIT" or "INITIATED" or "NOTSTARTED" or "SUBMITTED" or "QUEUED" or "PENDING" or "SCHEDULED" or "STARTED" or "INPROGRESS" or "RUNNING" or "PROCESSING";

    public static bool IsCompleted(string? text) => Of(text) is "COMPLETED" or "COMPLETE" or "SUCCESS";
}
