namespace Gainsight.Client.TestSupport;

/// <summary>Reports every request to a <see cref="VirtualClock"/> until its body has been read or abandoned, so that the clock waits for the answer.</summary>
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
