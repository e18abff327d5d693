using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;

namespace Gainsight.Client;

/// <summary>Removes retry handlers that an application adds to every client from our clients, because they would multiply our retries and repeat inserts.</summary>
internal sealed class ForeignResilienceFilter(ILoggerFactory loggers, IEnumerable<KeptResilienceHandlers> kept) : IHttpMessageHandlerBuilderFilter
{
    // By name, because this library depends on neither package. Versions 8.0 and 8.1 of the first package use the second name.
    private static readonly string[] ResilienceHandlers =
    [
        "Microsoft.Extensions.Http.Resilience.ResilienceHandler",
        "Microsoft.Extensions.Http.Resilience.Internal.ResilienceHandler",
        "Microsoft.Extensions.Http.PolicyHttpMessageHandler",
    ];

    private readonly HashSet<string> _kept = kept.Select(client => client.HttpClient).ToHashSet(StringComparer.Ordinal);

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (!IsOurs(builder.Name) || _kept.Contains(builder.Name!))
        {
            return;
        }

        foreach (var handler in builder.AdditionalHandlers.Where(IsResilienceHandler).ToList())
        {
            builder.AdditionalHandlers.Remove(handler);
            Log.ForeignResilienceHandlerRemoved(loggers.CreateLogger(Log.Category), handler.GetType().Name);
        }
    };

    private static bool IsOurs(string? name) =>
        name is not null && (name == GainsightHttpClientName.Default || name.StartsWith(GainsightHttpClientName.Default + ":", StringComparison.Ordinal));

    private static bool IsResilienceHandler(DelegatingHandler handler)
    {
        for (var type = handler.GetType(); type is not null; type = type.BaseType)
        {
            if (ResilienceHandlers.Contains(type.FullName, StringComparer.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
