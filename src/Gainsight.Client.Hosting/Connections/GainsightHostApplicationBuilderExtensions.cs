using Gainsight.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Microsoft.Extensions.Hosting;

/// <summary>Adds Gainsight clients to application hosts.</summary>
public static class GainsightHostApplicationBuilderExtensions
{
    /// <summary>Registers a <see cref="GainsightClient"/> with a health check, and adds its spans and metrics to those of the application.</summary>
    /// <param name="builder">The builder of the host.</param>
    /// <param name="connectionName">
    /// The name of the connection string: <c>Endpoint=…;AccessKey=…</c> or <c>Endpoint=…;ClientId=…;ClientSecret=…</c>. It need not exist if the section
    /// <c>Gainsight</c> has address and credential. Where both do, the connection string is used.
    /// </param>
    /// <param name="configureSettings">Sets what is registered besides the client, and the connection string if it is not in the configuration.</param>
    /// <param name="configureOptions">Sets options of the client, after the configuration.</param>
    /// <returns>The builder of the client's handler chain, for your own handlers.</returns>
    /// <remarks>
    /// The section <c>Gainsight</c> has the settings of
    /// <see cref="GainsightServiceCollectionExtensions.AddGainsightClient(IServiceCollection, Configuration.IConfiguration)"/>, and <c>DisableHealthChecks</c>,
    /// <c>DisableTracing</c> and <c>DisableMetrics</c>. Problems stop the start of the host. A new access key is used without a restart.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// <paramref name="connectionName"/> is empty. Or the client was added before with another connection string, or is given settings a second time.
    /// </exception>
    /// <exception cref="InvalidOperationException">A switch of the section is neither true nor false, or is misspelt.</exception>
    public static IHttpClientBuilder AddGainsightClient(
        this IHostApplicationBuilder builder,
        string connectionName,
        Action<GainsightClientSettings>? configureSettings = null,
        Action<GainsightClientOptions>? configureOptions = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(connectionName);
        return builder.Add(Options.Options.DefaultName, connectionName, configureSettings, configureOptions);
    }

    /// <summary>Registers a <see cref="GainsightClient"/> as a keyed service (<c>[FromKeyedServices("emea")]</c>), with a health check, spans and metrics.</summary>
    /// <param name="builder">The builder of the host.</param>
    /// <param name="name">The key of the service, and the name of its connection string. Its section is <c>Gainsight:emea</c>.</param>
    /// <param name="configureSettings">Sets what is registered besides the client, and the connection string if it is not in the configuration.</param>
    /// <param name="configureOptions">Sets options of the client, after the configuration.</param>
    /// <returns>The builder of the client's handler chain, for your own handlers.</returns>
    /// <remarks>See <see cref="AddGainsightClient"/>. The health check has the name <c>gainsight:emea</c>.</remarks>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, or the client is given settings a second time.</exception>
    /// <exception cref="InvalidOperationException">A switch of the section is neither true nor false, or is misspelt.</exception>
    public static IHttpClientBuilder AddKeyedGainsightClient(
        this IHostApplicationBuilder builder,
        string name,
        Action<GainsightClientSettings>? configureSettings = null,
        Action<GainsightClientOptions>? configureOptions = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return builder.Add(name, name, configureSettings, configureOptions);
    }

    private static IHttpClientBuilder Add(
        this IHostApplicationBuilder builder,
        string client,
        string connectionName,
        Action<GainsightClientSettings>? configureSettings,
        Action<GainsightClientOptions>? configureOptions)
    {
        var services = builder.Services;
        var connection = services.Select(service => service.IsKeyedService ? null : service.ImplementationInstance).OfType<GainsightConnection>().FirstOrDefault(other => other.Client == client);
        if (connection is null)
        {
            var settings = GainsightClientSettings.Read(builder.Configuration.GetSection(GainsightConnection.PathOf(client)));
            configureSettings?.Invoke(settings);
            connection = new(builder.Configuration, client, connectionName, settings.ConnectionString);

            // It comes before the check of the client, which another client may have registered.
            services.Insert(0, ServiceDescriptor.Singleton<IValidateOptions<GainsightClientOptions>>(connection));
            services.AddParts(client, settings);
        }
        else if (!connection.ConnectionName.Equals(connectionName, StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException(
                $"The Gainsight client has the connection string '{connection.ConnectionName}' already. Call AddKeyedGainsightClient(\"{connectionName}\") for another client.", nameof(connectionName));
        }
        else if (configureSettings is not null)
        {
            throw new ArgumentException(
                $"The client of the connection string '{connectionName}' is added already, so its settings are fixed. Pass configureSettings to the first call.", nameof(configureSettings));
        }

        var chain = services.AddClient(client, connection);
        var options = services.AddOptions<GainsightClientOptions>(client).ValidateOnStart();
        if (configureOptions is not null)
        {
            _ = options.Configure(configureOptions);
        }

        return chain;
    }

    private static IHttpClientBuilder AddClient(this IServiceCollection services, string client, GainsightConnection connection) =>
        client.Length == 0 ? services.AddGainsightClient(connection.Section) : services.AddGainsightClient(client, connection.Section);

    /// <summary>Adds what the settings do not disable.</summary>
    private static void AddParts(this IServiceCollection services, string client, GainsightClientSettings settings)
    {
        if (!settings.DisableHealthChecks)
        {
            _ = services.AddHealthChecks().TryAddGainsight(client);
        }

        // These add to the providers of the application. Without any, they do nothing.
        if (!settings.DisableTracing)
        {
            _ = services.ConfigureOpenTelemetryTracerProvider(static tracing => tracing.AddGainsightInstrumentation());
        }

        if (!settings.DisableMetrics)
        {
            _ = services.ConfigureOpenTelemetryMeterProvider(static metrics => metrics.AddGainsightInstrumentation());
        }
    }
}
