namespace Gainsight.Client;

/// <summary>What the handlers of one call share: it travels with the request message through every attempt.</summary>
internal sealed class RequestContext
{
    private static readonly HttpRequestOptionsKey<RequestContext> Key = new("Gainsight.Client.RequestContext");

    public required ApiRequest Request { get; init; }

    /// <summary>How long the call waited for permits in all.</summary>
    public TimeSpan PermitWait { get; set; }

    /// <summary>How long the last attempt took.</summary>
    public TimeSpan LastAttempt { get; set; }

    /// <summary>Whether an attempt before the last one may have been carried out.</summary>
    public bool EarlierAttemptMayHaveBeenProcessed { get; set; }

    public static RequestContext Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(Key, out RequestContext? context)
            ? context
            : throw new InvalidOperationException("The request did not come through the transport.");

    public void AttachTo(HttpRequestMessage request) => request.Options.Set(Key, this);
}
