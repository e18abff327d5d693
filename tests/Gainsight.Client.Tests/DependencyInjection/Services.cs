using Gainsight.Client.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gainsight.Client.Tests.DependencyInjection;

/// <summary>A container whose clients talk to a stub.</summary>
internal sealed class Services : IDisposable
{
    private ServiceProvider? _provider;

    public Services()
    {
        Collection.AddSingleton<ILoggerFactory>(Logs);
        Collection.AddSingleton<TimeProvider>(Clock);
    }

    public ServiceCollection Collection { get; } = [];

    public VirtualClock Clock { get; } = new();

    public StubHandler Wire { get; } = new();

    public Logs Logs { get; } = new();

    public ServiceProvider Provider => _provider ??= Collection.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

    public GainsightClient Client => Provider.GetRequiredService<GainsightClient>();

    public IEnumerable<int> LogIds => Logs.Ids;

    /// <summary>The keys of the requests that reached the wire.</summary>
    public IEnumerable<string> KeysSent => Wire.Sent.Select(request => request.Headers["Accesskey"]);

    public static IConfigurationRoot Configuration(params (string Key, string? Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))).Build();

    /// <summary>Answers every request with an empty list.</summary>
    public Services AnswerAll()
    {
        Wire.Answer(StubHandler.Envelope("[]"));
        return this;
    }

    /// <summary>Sends the requests of a registration to the stub.</summary>
    public IHttpClientBuilder OnStub(IHttpClientBuilder builder) => builder.ConfigurePrimaryHttpMessageHandler(() => Wire);

    public void Dispose()
    {
        _provider?.Dispose();
        Wire.Dispose();
        Logs.Dispose();
        Clock.Dispose();
    }
}
