using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Gainsight.Client;

/// <summary>Puts the handlers of our chains into the only safe order: resilience handlers, <see cref="GainsightSendHandler"/>, the application's other handlers.</summary>
/// <remarks>
/// Handlers that the application adds to all its clients come before ours in the list of a chain. Resilience handlers among them are removed,
/// unless the application keeps them. Handlers that it adds to this client come after ours. Resilience handlers among them replace the built-in retries.
/// </remarks>
internal sealed class ResilienceOrder :
    IHttpMessageHandlerBuilderFilter, IPostConfigureOptions<HttpStandardResilienceOptions>, IPostConfigureOptions<HttpStandardHedgingResilienceOptions>
{
    private const string StandardSuffix = "-standard";

    // The handler of Microsoft.Extensions.Http.Polly, a package that this library does not depend on.
    private const string PolicyHandler = "Microsoft.Extensions.Http.PolicyHttpMessageHandler";

    private readonly HashSet<string> _kept;
    private readonly ConcurrentDictionary<string, HttpStandardResilienceOptions> _standardHandlers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _hedgingHandlers = new(StringComparer.Ordinal);
    private readonly ILoggerFactory _loggers;
    private readonly ILogger _logger;

    public ResilienceOrder(ILoggerFactory loggers, IEnumerable<Kept> kept)
    {
        _kept = kept.Select(client => client.HttpClient).ToHashSet(StringComparer.Ordinal);
        _loggers = loggers;
        _logger = loggers.CreateLogger(Log.Category);
    }

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (builder.AdditionalHandlers.OfType<GainsightSendHandler>().FirstOrDefault() is { } send)
        {
            Order(builder.AdditionalHandlers, send, keep: _kept.Contains(builder.Name!));
            HeaderlessLogging.Apply(builder, _loggers);
        }
    };

    // The options of a handler are created with the handler, so they tell which chains have one.
    public void PostConfigure(string? name, HttpStandardResilienceOptions options) => _standardHandlers[name ?? string.Empty] = options;

    public void PostConfigure(string? name, HttpStandardHedgingResilienceOptions options) => _hedgingHandlers[name ?? string.Empty] = true;

    /// <summary>Warns about handlers of a chain that do not suit a client. Call it when the chain has been created.</summary>
    public void Check(string httpClient, TimeSpan maxQueueWait)
    {
        if (_standardHandlers.TryGetValue(httpClient + StandardSuffix, out var standard)
            && (standard.AttemptTimeout.Timeout < maxQueueWait || standard.TotalRequestTimeout.Timeout < maxQueueWait))
        {
            Log.StandardLimitsCutWaits(_logger, httpClient, standard.AttemptTimeout.Timeout, standard.TotalRequestTimeout.Timeout, maxQueueWait);
        }

        if (_hedgingHandlers.ContainsKey(httpClient))
        {
            Log.HedgingHandlerFound(_logger, httpClient);
        }
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The chain owns its handlers.")]
    private void Order(IList<DelegatingHandler> handlers, GainsightSendHandler send, bool keep)
    {
        var place = handlers.IndexOf(send);
        DelegatingHandler[] ofAllClients = [.. handlers.Take(place).Where(IsResilience)];
        DelegatingHandler[] ofThisClient = [.. handlers.Skip(place).Where(IsResilience)];
        foreach (var handler in ofAllClients.Concat(ofThisClient))
        {
            handlers.Remove(handler);
        }

        if (!keep)
        {
            foreach (var handler in ofAllClients)
            {
                Log.ForeignResilienceHandlerRemoved(_logger, handler.GetType().Name);
            }

            ofAllClients = [];
        }

        DelegatingHandler[] above = [.. ofAllClients, .. ofThisClient];
        send.FailsLikeHttpClient = above.Length > 0;
        foreach (var handler in above.Length > 0 ? above : [new ResilienceHandler(static request => ClientPipeline.Of(request).Client.Retry)])
        {
            handlers.Insert(handlers.IndexOf(send), handler);
        }
    }

    private static bool IsResilience(DelegatingHandler handler)
    {
        for (var type = handler.GetType(); type is not null; type = type.BaseType)
        {
            if (type == typeof(ResilienceHandler) || type.FullName == PolicyHandler)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A chain that keeps the resilience handlers that the application adds to all its clients.</summary>
    internal sealed record Kept(string HttpClient);
}
