using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Gainsight.Client.Aspire;

/// <summary>Whether the emulator answers. Resources that wait for it then start. Asks without a key, which changes nothing, and no more after the first answer.</summary>
internal sealed class EmulatorCheck(GainsightEmulatorResource emulator) : IHealthCheck
{
    private static readonly HttpClient Http = new();

    private volatile bool _answered;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!_answered)
        {
            try
            {
                var address = await emulator.PrimaryEndpoint.GetValueAsync(cancellationToken).ConfigureAwait(false);
                using var response = await Http.GetAsync(new Uri(address!), cancellationToken).ConfigureAwait(false);
                _answered = true;
            }
            catch (HttpRequestException exception)
            {
                return HealthCheckResult.Unhealthy("The emulator does not answer yet.", exception);
            }
        }

        return HealthCheckResult.Healthy();
    }
}
