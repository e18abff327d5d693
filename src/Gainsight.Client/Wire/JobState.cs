namespace Gainsight.Client;

/// <summary>What a job of Gainsight's says that it is doing: an open set of words, of which no source tells the spelling, so that letters alone are compared.</summary>
internal static class JobState
{
    /// <summary>The word in capitals without separators: <c>INPROGRESS</c>.</summary>
    public static string? Of(string? text) => text is null ? null : string.Concat(text.Where(char.IsAsciiLetter)).ToUpperInvariant();

    /// <summary>Whether the job is waiting or at work; any other word is an end.</summary>
    public static bool IsUnderWay(string? text) => Of(text)
        is "INIT" or "INITIATED" or "NOTSTARTED" or "SUBMITTED" or "QUEUED" or "PENDING" or "SCHEDULED" or "STARTED" or "INPROGRESS" or "RUNNING" or "PROCESSING";

    public static bool IsCompleted(string? text) => Of(text) is "COMPLETED" or "COMPLETE" or "SUCCESS";
}
