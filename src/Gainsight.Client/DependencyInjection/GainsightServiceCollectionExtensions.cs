using Gainsight.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Gainsight clients.</summary>
public static class GainsightServiceCollectionExtensions
{
    /// <summary>Registers a <see cref="GainsightClient"/> that is configured by a section, and uses a new <c>AccessKey</c> when the section changes.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">
    /// The section: <c>Tenant</c> or <c>BaseAddress</c>; <c>AccessKey</c>, or <c>ClientId</c> and <c>ClientSecret</c>; and optionally <c>Share</c>, <c>ShareWithoutStore</c>,
    /// <c>MaxQueueWait</c>, <c>AttemptTimeout</c>, <c>Retry</c> (<c>MaxRetries</c>, <c>Delay</c>, <c>MaxElapsed</c>), <c>MaxRetries</c>, <c>DateFormat</c>, <c>MultiSelectFormat</c>, <c>FilterTimeZone</c>,
    /// <c>ActivityDeleteFormat</c>, <c>CustomerGoalUnlinkMember</c>, <c>OpportunitiesPerCall</c>, <c>MetadataLifetime</c>, <c>MaxAnswerBytes</c>, <c>MaxCalls</c>, <c>AllowPlainHttp</c>, <c>ReadOnly</c>, <c>Limits</c> (by window, such as <c>sync-day</c>) and <c>RouteOverrides</c> (by operation).
    /// </param>
    /// <returns>The builder of the client's handler chain, for your own handlers. They run for every attempt and must not retry.</returns>
    /// <remarks>
    /// The options are checked when the host starts, and when the client is first resolved. One exception names every problem, with the
    /// client, the section and the setting. Add options in code with another call, and change those of the section with <c>PostConfigure</c>.
    /// </remarks>
    /// <exception cref="ArgumentException">The client is already registered with another section.</exception>
    public static IHttpClientBuilder AddGainsightClient(this IServiceCollection services, IConfiguration configuration) =>
        services.AddFromSection(Options.Options.DefaultName, configuration);

    /// <summary>Registers a <see cref="GainsightClient"/> that is configured in code.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the client's handler chain, for your own handlers. They run for every attempt and must not retry.</returns>
    /// <remarks>The options are checked when the host starts, and when the client is first resolved. One exception names every problem.</remarks>
    public static IHttpClientBuilder AddGainsightClient(this IServiceCollection services, Action<GainsightClientOptions> configure) =>
        services.AddFromAction(Options.Options.DefaultName, configure);

    /// <summary>Registers a <see cref="GainsightClient"/> as a keyed service (<c>[FromKeyedServices("emea")]</c>), configured by a section.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The key of the service, and the name of its options.</param>
    /// <param name="configuration">The section; see <see cref="AddGainsightClient(IServiceCollection, IConfiguration)"/>.</param>
    /// <returns>The builder of the client's handler chain.</returns>
    /// <exception cref="ArgumentException">A client of that name is already registered with another section.</exception>
    public static IHttpClientBuilder AddGainsightClient(this IServiceCollection services, string name, IConfiguration configuration)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return services.AddFromSection(name, configuration);
    }

    /// <summary>Registers a <see cref="GainsightClient"/> as a keyed service (<c>[FromKeyedServices("emea")]</c>), configured in code.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The key of the service, and the name of its options.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the client's handler chain.</returns>
    public static IHttpClientBuilder AddGainsightClient(this IServiceCollection services, string name, Action<GainsightClientOptions> configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return services.AddFromAction(name, configure);
    }

    /// <summary>Registers only <see cref="IGainsightClientFactory"/>, for tenants that are known only at run time.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The builder of the handler chain that these clients share.</returns>
    public static IHttpClientBuilder AddGainsightClientFactory(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.AddChain(Options.Options.DefaultName);
    }

    /// <summary>Keeps resilience handlers that the application adds to every client. By default they are removed from this client, because they would repeat inserts and multiply calls.</summary>
    /// <param name="builder">The builder that <c>AddGainsightClient</c> returned.</param>
    /// <returns>The same builder.</returns>
    public static IHttpClientBuilder KeepResilienceHandlers(this IHttpClientBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton(new ResilienceOrder.Kept(builder.Name));
        return builder;
    }

    /// <summary>Counts the calls of the client together with those of other hosts, in your own <see cref="IQuotaStore"/>. For Redis and PostgreSQL there are packages.</summary>
    /// <param name="builder">The builder that <c>AddGainsightClient</c> or <c>AddGainsightClientFactory</c> returned.</param>
    /// <param name="create">Creates the store, once. The container disposes it after the clients.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>On the builder of <c>AddGainsightClientFactory</c>, it is the store of all clients whose names are known only at run time.</remarks>
    /// <exception cref="ArgumentException">The builder belongs to another HTTP client, or the client already has a store.</exception>
    public static IHttpClientBuilder UseQuotaStore(this IHttpClientBuilder builder, Func<IServiceProvider, IQuotaStore> create)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(create);
        var instances = builder.Services.Where(service => !service.IsKeyedService).Select(service => service.ImplementationInstance).ToArray();
        if (!instances.OfType<GainsightHttpClientName>().Any(client => client.HttpClient == builder.Name))
        {
            throw new ArgumentException($"The HTTP client '{builder.Name}' is not a Gainsight client. Call this on the builder that AddGainsightClient returns.", nameof(builder));
        }

        if (instances.OfType<ClientQuotaStore.Registration>().Any(store => store.HttpClient == builder.Name))
        {
            throw new ArgumentException($"{builder.Name} already has a quota store. Keep one: hosts of one tenant count together only in the same store.", nameof(builder));
        }

        builder.Services.AddSingleton(new ClientQuotaStore.Registration(builder.Name));
        builder.Services.AddSingleton(services => new ClientQuotaStore(builder.Name, create(services)));
        return builder;
    }

    private static IHttpClientBuilder AddFromSection(this IServiceCollection services, string name, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        var section = new GainsightSection(name, configuration);
        if (services.Sections(name).FirstOrDefault(other => !other.Path.Equals(section.Path, StringComparison.OrdinalIgnoreCase)) is { } other)
        {
            var client = name.Length == 0 ? "The Gainsight client" : $"The Gainsight client '{name}'";
            throw new ArgumentException(
                $"{client} is already registered with the section '{other.Path}', so it cannot have the section '{section.Path}' as well. Give each client its own name.", nameof(configuration));
        }

        services.AddSingleton(section);
        return services.AddFromAction(name, section.ApplyTo);
    }

    private static void Register(this GainsightClientOptions options, Action<GainsightClientOptions> configure)
    {
        var earlier = (options.Tenant, options.BaseAddress);
        configure(options);
        if (options.IsRegistered && earlier != default && earlier != (options.Tenant, options.BaseAddress))
        {
            options.ConfigurationProblems.Add("AddGainsightClient was called twice for this client, with different tenants. Give each tenant's client its own name. To change the tenant in code, use PostConfigure.");
        }

        options.IsRegistered = true;
    }

    private static IEnumerable<GainsightSection> Sections(this IServiceCollection services, string name) =>
        services.Where(service => !service.IsKeyedService).Select(service => service.ImplementationInstance).OfType<GainsightSection>().Where(section => section.Client == name);

    private static IHttpClientBuilder AddFromAction(this IServiceCollection services, string name, Action<GainsightClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<GainsightClientOptions>(name).Configure(options => options.Register(configure)).ValidateOnStart();
        if (name.Length == 0)
        {
            services.TryAddSingleton(provider => provider.GetRequiredService<IGainsightClientFactory>().Create(Options.Options.DefaultName));
        }
        else
        {
            services.TryAddKeyedSingleton(name, static (provider, key) => provider.GetRequiredService<IGainsightClientFactory>().Create((string)key!));
            services.TryAddKeyedSingleton<GainsightClient>(KeyedService.AnyKey, static (provider, key) => throw UnknownClients.Exception(key, provider.GetServices<GainsightHttpClientName>()));
        }

        return services.AddChain(name);
    }

    private static IHttpClientBuilder AddChain(this IServiceCollection services, string name)
    {
        services.AddLogging();
        services.TryAddSingleton<IGainsightClientFactory, GainsightClientFactory>();
        services.AddResiliencePipelineRegistry<string>();
        services.TryAddSingleton<ResilienceOrder>();

        // The first filter is the outermost: it sees the chain that all others have built.
        var order = ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, ResilienceOrder>(Order);
        if (!services.Any(service => service.ServiceType == order.ServiceType && service.ImplementationFactory == order.ImplementationFactory))
        {
            services.Insert(0, order);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<HttpStandardResilienceOptions>, ResilienceOrder>(Order));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<HttpStandardHedgingResilienceOptions>, ResilienceOrder>(Order));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<GainsightClientOptions>, GainsightOptionsCheck>());

        // Clients whose names are known only at run time use the default chain, whether or not there is a default client.
        services.ConfigureChainOnce(new GainsightHttpClientName(Options.Options.DefaultName));
        return services.ConfigureChainOnce(new GainsightHttpClientName(name));
    }

    private static ResilienceOrder Order(IServiceProvider services) => services.GetRequiredService<ResilienceOrder>();

    private static IHttpClientBuilder ConfigureChainOnce(this IServiceCollection services, GainsightHttpClientName client)
    {
        var chain = services.AddHttpClient(client.HttpClient);
        if (!services.Any(service => !service.IsKeyedService && client.Equals(service.ImplementationInstance)))
        {
            // The primary handler rotates connections. The chain itself has no state that expires.
            services.AddSingleton(client);
            chain.SetHandlerLifetime(Timeout.InfiniteTimeSpan).ConfigurePrimaryHttpMessageHandler(PrimaryHandler.Create);
            chain.AddHttpMessageHandler(static () => new GainsightSendHandler());

            // The client logs its calls itself. AddDefaultLogger on the returned builder brings these lines back, without headers: see HeaderlessLogging.
            chain.RemoveAllLoggers();
        }

        return chain;
    }
}
