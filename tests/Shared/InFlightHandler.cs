namespace Gainsight.Client.TestSupport;

/// <summary>Tells a <see cref="VirtualClock"/> of every request, until its body is read or given up, so that the clock waits for the answer.</summary>
public sealed class InFlightHandler(VirtualClock clock, HttpMessageHandler innerHandler) : DelegatingHandler(innerHandler)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var inFlight = clock.Begin();
        try
        {
            inFlight.Enter();
            var response = await base.SendAsync(request, cancellationToken);
            response.Content = new InFlightContent(response.Content, inFlight);
            return response;
        }
        catch
        {
            inFlight.End();
            throw;
        }
    }
}
