namespace Gainsight.Client.Soak;

/// <summary>The client of a worker: short delays, and limits that never make it wait.</summary>
internal static class Clients
{
    private const int NoLimit = 1_000_000_000;

    public static GainsightClient Create(Uri address, string key)
    {
        var options = new GainsightClientOptions
        {
            BaseAddress = address,
            Credential = new AccessKeyCredential(key),
            AttemptTimeout = SoakSettings.AttemptTimeout,
            Retry = { Delay = TimeSpan.FromMilliseconds(50) },
        };
        foreach (var window in options.Quota.Buckets.Values.SelectMany(windows => windows).Select(window => window.Name).ToList())
        {
            options.Quota.SetLimit(window, NoLimit);
        }

        return new GainsightClient(options);
    }
}
