using Gainsight.Client;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds health checks of Gainsight clients.</summary>
public static class GainsightHealthChecksBuilderExtensions
{
    /// <summary>Adds a health check of a registered client, named <c>gainsight</c>, or <c>gainsight:emea</c> for a client with the name <c>emea</c>.</summary>
    /// <param name="builder">The builder of the health checks.</param>
    /// <param name="name">The name under which the client is registered. Default: null, for the client without a name.</param>
    /// <param name="configure">Sets the options of the check.</param>
    /// <param name="failureStatus">The status of a refused credential and of repeated failures. Default: null, for <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">The tags by which an endpoint selects checks.</param>
    /// <param name="timeout">The time limit of the check. It matters only with <see cref="GainsightHealthCheckOptions.ProbeAfter"/>. Default: null, for 30 seconds.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>
    /// <para>
    /// The check reads <see cref="GainsightClient.Connection"/> and <see cref="GainsightClient.Quota"/> and makes no call, unless
    /// <see cref="GainsightHealthCheckOptions.ProbeAfter"/> is set. Use it for readiness, not for liveness: a restart repairs neither Gainsight nor a key.
    /// </para>
    /// <para>
    /// A refused credential and repeated failures have the failure status. Fewer failures, a bucket that Gainsight closed, and a nearly used daily
    /// limit are <see cref="HealthStatus.Degraded"/>. A client that is not registered stops the start of the host.
    /// </para>
    /// <para>The check replaces the one that <c>builder.AddGainsightClient</c> adds for the same client.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IHealthChecksBuilder AddGainsight(
        this IHealthChecksBuilder builder,
        string? name = null,
        Action<GainsightHealthCheckOptions>? configure = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(builder.Services.AddCheck(name ?? string.Empty, configure, failureStatus, tags, timeout));
    }

    /// <summary>Adds a health check of a client, unless the application adds that check itself, before or after this call.</summary>
    internal static IHealthChecksBuilder TryAddGainsight(this IHealthChecksBuilder builder, string client)
    {
        var check = builder.Services.AddCheck(client);
        builder.Services.PostConfigure<HealthCheckServiceOptions>(options =>
        {
            if (options.Registrations.All(other => other.Name != check.Name))
            {
                options.Registrations.Add(check);
            }
        });
        return builder;
    }

    /// <summary>Adds the options of a check, and returns the check.</summary>
    private static HealthCheckRegistration AddCheck(
        this IServiceCollection services,
        string client,
        Action<GainsightHealthCheckOptions>? configure = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null)
    {
        var options = services.AddOptions<GainsightHealthCheckOptions>(client).ValidateOnStart();
        if (configure is not null)
        {
            _ = options.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<GainsightHealthCheckOptions>>(new GainsightHealthCheckValidator(services)));
        return new HealthCheckRegistration(
            GainsightHealthCheckValidator.NameOf(client),
            provider => new GainsightHealthCheck(provider, client),
            failureStatus,
            tags,
            timeout ?? TimeSpan.FromSeconds(30));
    }
}
