namespace Gainsight.Client;

/// <summary>The form of a configuration section. It is bound by generated code, so that nothing reflects.</summary>
internal sealed class GainsightSettings
{
    public string? Tenant { get; set; }

    public string? BaseAddress { get; set; }

    public string? AccessKey { get; set; }

    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    public double? Share { get; set; }

    public TimeSpan? MaxQueueWait { get; set; }

    public TimeSpan? AttemptTimeout { get; set; }

    public int? MaxRetries { get; set; }

    public DateFormat? DateFormat { get; set; }

    public MultiSelectFormat? MultiSelectFormat { get; set; }

    /// <summary>Limits by the name of their window, such as <c>sync-day</c>.</summary>
    public Dictionary<string, int> Limits { get; set; } = [];

    public Dictionary<string, string> RouteOverrides { get; set; } = [];

    /// <summary>Carries the settings over; what cannot be used is noted for the message that names every problem.</summary>
    public void ApplyTo(GainsightClientOptions options)
    {
        options.Tenant = Tenant ?? options.Tenant;
        options.Quota.Share = Share ?? options.Quota.Share;
        options.Quota.MaxQueueWait = MaxQueueWait ?? options.Quota.MaxQueueWait;
        options.AttemptTimeout = AttemptTimeout ?? options.AttemptTimeout;
        options.Retry.MaxRetries = MaxRetries ?? options.Retry.MaxRetries;
        options.DateFormat = DateFormat ?? options.DateFormat;
        options.MultiSelectFormat = MultiSelectFormat ?? options.MultiSelectFormat;
        foreach ((string operation, string route) in RouteOverrides)
        {
            options.RouteOverrides[operation] = route;
        }

        if (BaseAddress is not null)
        {
            Try(options, () => options.BaseAddress = Uri.TryCreate(BaseAddress, UriKind.Absolute, out Uri? address)
                ? address
                : throw new ArgumentException("BaseAddress is not an address. Give scheme and host, such as https://acme.us2.gainsightcloud.com."));
        }

        foreach ((string window, int limit) in Limits)
        {
            Try(options, () => options.Quota.SetLimit(window, limit));
        }

        Try(options, () => options.Credential = Credential() ?? options.Credential);
    }

    /// <summary>The credential that the settings name, or null when they name none.</summary>
    /// <exception cref="ArgumentException">They name two, half a one, or one that cannot be sent.</exception>
    public GainsightCredential? Credential() => (AccessKey, ClientId, ClientSecret) switch
    {
        (null, null, null) => null,
        ({ } key, null, null) => new AccessKeyCredential(key),
        (null, { } id, { } secret) => new ClientCredentialsCredential(id, secret),
        (null, _, _) => throw new ArgumentException("ClientId and ClientSecret belong together, and one of them is missing."),
        _ => throw new ArgumentException("AccessKey and ClientId or ClientSecret are both set. Keep one way to authenticate."),
    };

    private static void Try(GainsightClientOptions options, Action apply)
    {
        try
        {
            apply();
        }
        catch (ArgumentException exception)
        {
            options.ConfigurationProblems.Add(exception.Message);
        }
    }
}
