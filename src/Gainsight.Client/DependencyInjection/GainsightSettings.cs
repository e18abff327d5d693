using System.Globalization;

namespace Gainsight.Client;

/// <summary>The settings of a configuration section. Generated code binds them, without reflection.</summary>
/// <remarks>All settings are texts, so that an invalid value is one problem among others and does not stop the binding.</remarks>
internal sealed class GainsightSettings
{
    public string? Tenant { get; set; }

    public string? BaseAddress { get; set; }

    public string? AccessKey { get; set; }

    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    public string? Share { get; set; }

    public string? MaxQueueWait { get; set; }

    public string? AttemptTimeout { get; set; }

    public string? MaxRetries { get; set; }

    public RetrySettings Retry { get; set; } = new();

    public string? DateFormat { get; set; }

    public string? MultiSelectFormat { get; set; }

    public string? ActivityDeleteFormat { get; set; }

    public string? OpportunityBatchSize { get; set; }

    /// <summary>An IANA name, such as <c>Europe/Lisbon</c>, or a Windows name.</summary>
    public string? FilterTimeZone { get; set; }

    /// <summary>Limits by window name, such as <c>sync-day</c>.</summary>
    public Dictionary<string, string?> Limits { get; set; } = [];

    public Dictionary<string, string?> RouteOverrides { get; set; } = [];

    /// <summary>Applies the settings to the options. Problems are collected in <see cref="GainsightClientOptions.ConfigurationProblems"/>.</summary>
    public void ApplyTo(GainsightClientOptions options)
    {
        options.Tenant = Tenant ?? options.Tenant;
        ApplyAddress(options);
        ApplyCredential(options);
        const string time = "a time. Give it as hours:minutes:seconds, such as 00:01:40.";
        Apply<double>(options, nameof(Share), Share, "a number. Give a part of the limits, such as 0.5.", value => options.Quota.Share = value);
        Apply<TimeSpan>(options, nameof(MaxQueueWait), MaxQueueWait, time, value => options.Quota.MaxQueueWait = value);
        Apply<TimeSpan>(options, nameof(AttemptTimeout), AttemptTimeout, time, value => options.AttemptTimeout = value);
        Apply<int>(options, nameof(MaxRetries), MaxRetries, "a whole number. Give one such as 3.", value => options.Retry.MaxRetries = value);
        Apply<int>(options, $"{nameof(Retry)}:{nameof(Retry.MaxRetries)}", Retry.MaxRetries, "a whole number. Give one such as 3.", value => options.Retry.MaxRetries = value);
        Apply<TimeSpan>(options, $"{nameof(Retry)}:{nameof(Retry.Delay)}", Retry.Delay, time, value => options.Retry.Delay = value);
        Apply<TimeSpan>(options, $"{nameof(Retry)}:{nameof(Retry.MaxElapsed)}", Retry.MaxElapsed, time, value => options.Retry.MaxElapsed = value);
        ApplyName<DateFormat>(options, nameof(DateFormat), DateFormat, value => options.DateFormat = value);
        ApplyName<MultiSelectFormat>(options, nameof(MultiSelectFormat), MultiSelectFormat, value => options.MultiSelectFormat = value);
        ApplyName<ActivityDeleteFormat>(options, nameof(ActivityDeleteFormat), ActivityDeleteFormat, value => options.ActivityDeleteFormat = value);
        Apply<int>(options, nameof(OpportunityBatchSize), OpportunityBatchSize, "a whole number. Give one such as 20.", value => options.OpportunityBatchSize = value);
        ApplyZone(options);
        foreach ((var window, var limit) in Limits)
        {
            Apply<int>(options, $"{nameof(Limits)}:{window}", limit ?? string.Empty, "a whole number. Give the number of calls in the window, at least 1.", value => options.Quota.SetLimit(window, value));
        }

        foreach ((var operation, var route) in RouteOverrides)
        {
            options.RouteOverrides[operation] = route ?? string.Empty;
        }
    }

    private void ApplyAddress(GainsightClientOptions options)
    {
        if (BaseAddress is null)
        {
            return;
        }

        if (!Uri.TryCreate(BaseAddress, UriKind.RelativeOrAbsolute, out var address))
        {
            options.ConfigurationProblems.Add("BaseAddress is not an address. Give scheme and host, such as https://acme.us2.gainsightcloud.com.");
        }

        // An invalid address counts as set, so that it is not also reported as missing.
        options.BaseAddress = address ?? new Uri("https://unusable.invalid");
    }

    private void ApplyZone(GainsightClientOptions options)
    {
        if (FilterTimeZone is null)
        {
            return;
        }

        if (TimeZoneInfo.TryFindSystemTimeZoneById(FilterTimeZone, out var zone))
        {
            options.FilterTimeZone = zone;
        }
        else
        {
            options.ConfigurationProblems.Add("FilterTimeZone is not a time zone of this machine. Give an IANA name such as Europe/Lisbon.");
        }
    }

    private void ApplyCredential(GainsightClientOptions options)
    {
        try
        {
            options.Credential = Credential() ?? options.Credential;
        }
        catch (ArgumentException exception)
        {
            options.ConfigurationProblems.Add(exception.Message);
            options.Credential = new AccessKeyCredential("unusable");
        }
    }

    /// <summary>The credential of the settings, or null when they have none.</summary>
    /// <exception cref="ArgumentException">The settings have two credentials, an incomplete one, or one that cannot be sent.</exception>
    private GainsightCredential? Credential() => (AccessKey, ClientId, ClientSecret) switch
    {
        (null, null, null) => null,
        ({ } key, null, null) => new AccessKeyCredential(key),
        (null, { } id, { } secret) => new ClientCredentialsCredential(id, secret),
        (null, _, _) => throw new ArgumentException("ClientId and ClientSecret belong together, and one of them is missing."),
        _ => throw new ArgumentException("AccessKey and ClientId or ClientSecret are both set. Keep one way to authenticate."),
    };

    private static void ApplyName<T>(GainsightClientOptions options, string name, string? text, Action<T> apply)
        where T : struct, Enum
    {
        if (text is null)
        {
            return;
        }

        if (Array.Find(Enum.GetNames<T>(), known => known.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } found)
        {
            apply(Enum.Parse<T>(found));
        }
        else
        {
            options.ConfigurationProblems.Add($"{name} is unknown. Give {string.Join(" or ", Enum.GetNames<T>())}.");
        }
    }

    private static void Apply<T>(GainsightClientOptions options, string name, string? text, string form, Action<T> apply)
        where T : IParsable<T>
    {
        if (text is null)
        {
            return;
        }

        if (!T.TryParse(text, CultureInfo.InvariantCulture, out var value))
        {
            options.ConfigurationProblems.Add($"{name} is not {form}");
            return;
        }

        try
        {
            apply(value);
        }
        catch (ArgumentException exception)
        {
            options.ConfigurationProblems.Add($"{name} cannot be used: {exception.Message}");
        }
    }

    /// <summary>The settings of <see cref="RetryOptions"/>.</summary>
    internal sealed class RetrySettings
    {
        public string? MaxRetries { get; set; }

        public string? Delay { get; set; }

        public string? MaxElapsed { get; set; }
    }
}
