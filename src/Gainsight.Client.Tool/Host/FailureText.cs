namespace Gainsight.Client.Tool;

/// <summary>A failed call in words: what happened and what to do. The messages of the library already say it, and have no values.</summary>
internal static class FailureText
{
    /// <summary>Describes a failure.</summary>
    /// <param name="exception">The failure.</param>
    /// <returns>The text, in one or several lines.</returns>
    public static string Of(GainsightException exception)
    {
        var id = (exception as GainsightApiException)?.RequestId;
        return id is null || exception.Message.Contains(id, StringComparison.Ordinal) ? exception.Message : $"{exception.Message} Request id for Gainsight's support: {id}.";
    }
}
