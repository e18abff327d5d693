namespace Gainsight.Client;

/// <summary>The whole body of an answer in pooled memory, with what its envelope says: the content that the attempt handler leaves on a response.</summary>
internal sealed class BufferedAnswer
{
    /// <summary>Whether Gainsight refused the call because the quota is used up: status 429, or <c>GS_APIG_2404</c> or <c>GU_2400</c> in the body on any status.</summary>
    public bool IsThrottled => throw new NotImplementedException();

    /// <summary>The delay of a <c>Retry-After</c> header, which no source documents, or null.</summary>
    public TimeSpan? RetryAfter => throw new NotImplementedException();

    /// <summary>The answer that the attempt handler left on the response.</summary>
    public static BufferedAnswer Of(HttpResponseMessage response) => throw new NotImplementedException();
}
