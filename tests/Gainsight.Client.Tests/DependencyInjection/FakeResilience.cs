using System.Net;
using Gainsight.Client.Tests.DependencyInjection;

// The library recognizes handlers of packages that it does not depend on by these names.
namespace Microsoft.Extensions.Http.Resilience
{
    internal class ResilienceHandler : ResendingHandler;
}

// The namespace in versions 8.0 and 8.1.
namespace Microsoft.Extensions.Http.Resilience.Internal
{
    internal sealed class ResilienceHandler : ResendingHandler;
}

namespace Microsoft.Extensions.Http
{
    internal sealed class PolicyHttpMessageHandler : DelegatingHandler;
}

namespace Gainsight.Client.Tests.DependencyInjection
{
    internal sealed class DerivedResilienceHandler : Microsoft.Extensions.Http.Resilience.ResilienceHandler;

    internal abstract class ResendingHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            return response.StatusCode == HttpStatusCode.ServiceUnavailable ? await base.SendAsync(request, cancellationToken) : response;
        }
    }
}
