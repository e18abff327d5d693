using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Polly.Telemetry;

namespace Gainsight.Client;

/// <summary>Creates one client per name from named options and the handler chain of <c>IHttpClientFactory</c>, and passes new access keys to the clients.</summary>
internal sealed class GainsightClientFactory : IGainsightClientFactory, IDisposable, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Entry>> _clients = new(StringComparer.Ordinal);
    private readonly List<IDisposable> _watches = [];
    private readonly Dictionary<string, string> _httpClients;
    private readonly Dictionary<string, IQuotaStore> _stores;
    private readonly GainsightSection[] _sections;
    private readonly bool _hasDefault;
    private readonly IOptionsFactory<GainsightClientOptions> _options;
    private readonly IHttpMessageHandlerFactory _handlers;
    private readonly ILoggerFactory _loggers;
    private readonly ResilienceOrder _resilience;
    private readonly TelemetryOptions _telemetry;
    private readonly TimeProvider? _timeProvider;

    public GainsightClientFactory(
        IOptionsFactory<GainsightClientOptions> options,
        IHttpMessageHandlerFactory handlers,
        ILoggerFactory loggers,
        IEnumerable<GainsightHttpClientName> names,
        IEnumerable<GainsightSection> sections,
        ResilienceOrder resilience,
        IOptions<TelemetryOptions> telemetry,
        IEnumerable<ClientQuotaStore> stores,
        IServiceProviderIsService? services = null,
        TimeProvider? timeProvider = null)
    {
        _options = options;
        _handlers = handlers;
        _loggers = loggers;
        _resilience = resilience;
        _telemetry = telemetry.Value;
        _hasDefault = services?.IsService(typeof(GainsightClient)) == true;
        _timeProvider = timeProvider;
        _stores = stores.ToDictionary(store => store.HttpClient, store => store.Store, StringComparer.Ordinal);
        _httpClients = names.DistinctBy(name => name.Name).ToDictionary(name => name.Name, name => name.HttpClient, StringComparer.Ordinal);
        // Of two registrations with one section, the last is enough.
        _sections = [.. sections.Reverse().DistinctBy(section => section.Client)];
        foreach (var section in _sections)
        {
            _watches.Add(Watch(section));
        }
    }

    public GainsightClient Create(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var entry = _clients.GetOrAdd(name, static (name, factory) => new(() => factory.Build(name)), this);
        var isNew = !entry.IsValueCreated;
        var oldKey = isNew ? KeyOf(name) : null;
        try
        {
            var client = entry.Value.Client;
            if (isNew && KeyOf(name) is { } key && key != oldKey)
            {
                // The key changed while the client was built with the old key, so the watch found no client.
                TakeNewKey(name, key);
            }

            return client;
        }
        catch
        {
            // The options may be corrected before the next call.
            _clients.TryRemove(new(name, entry));
            throw;
        }
    }

    public bool Remove(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length == 0 ? _hasDefault : _httpClients.ContainsKey(name))
        {
            var client = name.Length == 0 ? "The Gainsight client" : $"The Gainsight client '{name}'";
            throw new InvalidOperationException(
                $"{client} was registered with AddGainsightClient, so it belongs to the container and cannot be removed. Only clients whose names are known at run time can; register them with AddGainsightClientFactory.");
        }

        if (!_clients.TryRemove(name, out var entry))
        {
            return false;
        }

        try
        {
            // A client that another thread is building is waited for.
            entry.Value.Client.Dispose();
            return true;
        }
        catch (ArgumentException)
        {
            // Its options cannot be used, which the other thread is told, so there is no client.
            return false;
        }
    }

    public void Dispose()
    {
        _watches.ForEach(watch => watch.Dispose());
        foreach (var entry in _clients.Values)
        {
            if (entry.IsValueCreated)
            {
                entry.Value.Client.Dispose();
            }
        }
    }

    /// <summary>Disposes the clients, and waits until their permits are given back.</summary>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        await Task.WhenAll(_clients.Values.Where(entry => entry.IsValueCreated).Select(entry => entry.Value.Client.DisposeAsync().AsTask())).ConfigureAwait(false);
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The entry is kept until the factory is disposed.")]
    private Entry Build(string name)
    {
        var options = OptionsOf(name);
        options.LoggerFactory ??= _loggers;
        options.Telemetry = _telemetry;
        var httpClient = _httpClients.GetValueOrDefault(name, GainsightHttpClientName.Default);
        options.Quota.Store ??= _stores.GetValueOrDefault(httpClient);
        if (options.PrimaryHandler is null)
        {
            options.PrimaryHandler = _handlers.CreateHandler(httpClient);
            _resilience.Check(httpClient, options.Quota.MaxQueueWait);
        }

        if (_timeProvider is not null && ReferenceEquals(options.TimeProvider, TimeProvider.System))
        {
            options.TimeProvider = _timeProvider;
        }

        return new Entry(new GainsightClient(options), options.Credential);
    }

    private GainsightClientOptions OptionsOf(string name)
    {
        try
        {
            return _options.Create(name);
        }
        catch (OptionsValidationException exception)
        {
            throw new ArgumentException(exception.Message, exception);
        }
    }

    /// <summary>Passes on a key that is new in the section. A key that code has set stays when other settings change.</summary>
    private IDisposable Watch(GainsightSection section)
    {
        var last = section.AccessKey;
        return ChangeToken.OnChange(section.Configuration.GetReloadToken, () =>
        {
            if (section.AccessKey is { } key && Interlocked.Exchange(ref last, key) != key)
            {
                TakeNewKey(section.Client, key);
            }
        });
    }

    private string? KeyOf(string name) => Array.Find(_sections, section => section.Client == name)?.AccessKey;

    private void TakeNewKey(string name, string key)
    {
        if (!_clients.TryGetValue(name, out var entry) || !entry.IsValueCreated || entry.Value.Credential is not AccessKeyCredential credential)
        {
            return;
        }

        var logger = _loggers.CreateLogger(Log.Category);
        try
        {
            credential.Update(key);
            Log.AccessKeyReplaced(logger);
        }
        catch (ArgumentException exception)
        {
            Log.AccessKeyNotReplaced(logger, exception.Message);
        }
    }

    private sealed record Entry(GainsightClient Client, GainsightCredential? Credential);
}
