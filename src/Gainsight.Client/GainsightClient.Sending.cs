using System.Text;

namespace Gainsight.Client;

/// <content>Calls that the library has no method for.</content>
public partial class GainsightClient
{
    /// <summary>Sends a call that this library has no method for, through the same quota, retries, credential, checks of the answer and telemetry as all others.</summary>
    /// <remarks>
    /// The span and the metrics of these calls are named <c>Raw</c>. An answer counts as a success if it is 2xx, no web page, and has no <c>result: false</c>. It may
    /// be empty, or JSON without Gainsight's envelope.
    /// </remarks>
    /// <param name="request">The call.</param>
    /// <param name="cancellationToken">Cancels the call. Gainsight may still process it.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentException">The request names a quota bucket that the client does not have. Nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The client is read-only, and the request's method is neither GET nor HEAD. Nothing was sent.</exception>
    /// <exception cref="GainsightException">The call was refused, could not be sent, or got no usable answer. The type of the exception says why.</exception>
    public virtual async Task<GainsightResponse> SendAsync(GainsightRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var transport = Context.Transport;
        transport.CheckBucket(request.Bucket, nameof(request));
        using var body = request.Json is { } json ? JsonBody.Create(json, static (writer, state) => writer.WriteRawValue(state, skipInputValidation: true)) : null;
        CallState call = new(new ApiRequest
        {
            Operation = Operation.Raw(request.Method, request.Bucket, request.CanRepeat),
            Address = new Uri(transport.BaseAddress, request.Path),
            Body = body,
            Lane = request.Lane,
        });
        try
        {
            using var response = await transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
            return new GainsightResponse(response.Status, Encoding.UTF8.GetString(response.Body.Span).TrimStart('\uFEFF'), response.RequestId);
        }
        catch (GainsightException failure)
        {
            TransportFailures.TellEarlier(call, failure);
            throw;
        }
    }
}
