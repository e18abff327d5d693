using System.Globalization;

namespace Gainsight.Client;

/// <summary>The settings that a configuration section can have. <c>ConfigurationSchema.json</c> describes the same settings to editors.</summary>
internal static class GainsightSettings
{
    public const string AccessKey = nameof(AccessKey);
    public const string ClientId = nameof(ClientId);
    public const string ClientSecret = nameof(ClientSecret);

    private const string Time = "is not a time. Give it as hours:minutes:seconds, such as 00:01:40. A day is 1.00:00:00.";

    private delegate bool Parser<T>(string text, out T value);

    private static readonly GainsightSetting MaxRetries = Value<int>(
        TryCount, "is not a whole number. Give one such as 3.", (options, retries) => options.Retry.MaxRetries = retries);

    private static readonly Dictionary<string, GainsightSetting> Retry = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(RetryOptions.MaxRetries)] = MaxRetries,
        [nameof(RetryOptions.Delay)] = Value<TimeSpan>(TryTime, Time, (options, delay) => options.Retry.Delay = delay),
        [nameof(RetryOptions.LateAfter)] = Value<TimeSpan>(TryTime, Time, (options, late) => options.Retry.LateAfter = late),
        [nameof(RetryOptions.MaxElapsed)] = Value<TimeSpan>(TryTime, Time, (options, elapsed) => options.Retry.MaxElapsed = elapsed),
    };

    /// <summary>All settings by name, without regard to case.</summary>
    public static IReadOnlyDictionary<string, GainsightSetting> All { get; } = new Dictionary<string, GainsightSetting>(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(GainsightClientOptions.Tenant)] = Value((options, text) => options.Tenant = text),
        [nameof(GainsightClientOptions.BaseAddress)] = new(IsGroup: false, ReadAddress),
        [nameof(GainsightClientOptions.AllowPlainHttp)] = Value<bool>(
            bool.TryParse, "is neither true nor false.", (options, allow) => options.AllowPlainHttp = allow),

        // Read together, because they exclude or need each other.
        [AccessKey] = Value((_, _) => { }),
        [ClientId] = Value((_, _) => { }),
        [ClientSecret] = Value((_, _) => { }),

        [nameof(QuotaOptions.Share)] = Value<double>(
            TryNumber, "is not a number. Give a part of the limits with a decimal point, such as 0.5.", (options, share) => options.Quota.Share = share),
        [nameof(QuotaOptions.ShareWithoutStore)] = Value<double>(
            TryNumber, "is not a number. Give a part of the limits with a decimal point, such as 0.25.", (options, share) => options.Quota.ShareWithoutStore = share),
        [nameof(QuotaOptions.MaxQueueWait)] = Value<TimeSpan>(TryTime, Time, (options, wait) => options.Quota.MaxQueueWait = wait),
        [nameof(QuotaOptions.MaxCalls)] = Value<int>(
            TryCount, "is not a whole number. Give one such as 1000.", (options, calls) => options.Quota.MaxCalls = calls),
        [nameof(GainsightClientOptions.ReadOnly)] = Value<bool>(
            bool.TryParse, "is neither true nor false.", (options, readOnly) => options.ReadOnly = readOnly),
        [nameof(GainsightClientOptions.AttemptTimeout)] = Value<TimeSpan>(TryTime, Time, (options, timeout) => options.AttemptTimeout = timeout),
        [nameof(GainsightClientOptions.MetadataLifetime)] = Value<TimeSpan>(TryTime, Time, (options, lifetime) => options.MetadataLifetime = lifetime),
        [nameof(GainsightClientOptions.MaxAnswerBytes)] = Value<int>(
            TryCount, "is not a whole number of bytes. Give one such as 268435456.", (options, bytes) => options.MaxAnswerBytes = bytes),
        [nameof(RetryOptions.MaxRetries)] = MaxRetries,
        [nameof(GainsightClientOptions.Retry)] = new(IsGroup: true, ReadRetry),
        [nameof(GainsightClientOptions.DateFormat)] = Name<DateFormat>((options, format) => options.DateFormat = format),
        [nameof(GainsightClientOptions.MultiSelectFormat)] = Name<MultiSelectFormat>((options, format) => options.MultiSelectFormat = format),
        [nameof(GainsightClientOptions.ActivityDeleteFormat)] = Name<ActivityDeleteFormat>((options, format) => options.ActivityDeleteFormat = format),
        [nameof(GainsightClientOptions.CustomerGoalUnlinkMember)] = Value((options, text) => options.CustomerGoalUnlinkMember = text),
        [nameof(GainsightClientOptions.OpportunitiesPerCall)] = Value<int>(
            TryCount, "is not a whole number. Give one such as 20.", (options, count) => options.OpportunitiesPerCall = count),
        [nameof(GainsightClientOptions.FilterTimeZone)] = Value<TimeZoneInfo>(
            TryZone, "is not a time zone of this machine. Give an IANA name such as Europe/Lisbon.", (options, zone) => options.FilterTimeZone = zone),
        ["Limits"] = new(IsGroup: true, ReadLimit),
        [nameof(GainsightClientOptions.RouteOverrides)] = new(IsGroup: true, ReadRoute),
    };

    private static GainsightSetting Value(Action<GainsightClientOptions, string> set) => new(IsGroup: false, (options, _, text) =>
    {
        set(options, text);
        return null;
    });

    private static GainsightSetting Value<T>(Parser<T> parse, string problem, Action<GainsightClientOptions, T> set) => new(IsGroup: false, (options, _, text) =>
    {
        if (!parse(text, out var value))
        {
            return problem;
        }

        set(options, value);
        return null;
    });

    private static GainsightSetting Name<T>(Action<GainsightClientOptions, T> set)
        where T : struct, Enum =>
        Value(TryName, $"is unknown. Give {string.Join(" or ", Enum.GetNames<T>())}.", set);

    private static string? ReadAddress(GainsightClientOptions options, string key, string text)
    {
        // An invalid address counts as set, so that it is not also reported as missing.
        var isAddress = Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var address);
        options.BaseAddress = address ?? new Uri("https://unusable.invalid");
        return isAddress ? null : "is not an address. Give scheme and host, such as https://acme.us2.gainsightcloud.com.";
    }

    private static string? ReadLimit(GainsightClientOptions options, string window, string text)
    {
        if (!TryCount(text, out var limit))
        {
            return "is not a whole number. Give the number of calls in the window, at least 1.";
        }

        window = options.Quota.WindowOf(window);
        if (options.Quota.LimitProblem(window, limit) is { } problem)
        {
            return $"cannot be used: {problem}";
        }

        options.Quota.SetLimit(window, limit);
        return null;
    }

    private static string? ReadRetry(GainsightClientOptions options, string key, string text) =>
        Retry.TryGetValue(key, out var setting)
            ? setting.Read(options, key, text)
            : $"is not a setting.{Spelling.DidYouMean(key, Retry.Keys)} The settings of Retry are: {string.Join(", ", Retry.Keys)}.";

    private static string? ReadRoute(GainsightClientOptions options, string operation, string text)
    {
        // A name that is not known stays as it is, so that the message about it shows it.
        options.RouteOverrides[Operation.All.FirstOrDefault(known => known.Name.Equals(operation, StringComparison.OrdinalIgnoreCase))?.Name ?? operation] = text;
        return null;
    }

    /// <summary>Parses a number as JSON writes it, whatever the machine's culture. Group separators are refused: <c>0,5</c> would be 5.</summary>
    private static bool TryNumber(string text, out double value) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    private static bool TryCount(string text, out int value) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);

    /// <summary>Parses a time that cannot be mistaken. <see cref="TimeSpan"/> alone reads 30 as 30 days, and 24:00:00 as 24 days.</summary>
    private static bool TryTime(string text, out TimeSpan value) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value)
        && text.AsSpan().Count(':') is 1 or 2
        && (value.Days == 0 || text.AsSpan(0, text.IndexOf(':', StringComparison.Ordinal)).Contains('.'));

    /// <summary>Finds a time zone without regard to case. On Linux a zone is a file, whose name has one case.</summary>
    private static bool TryZone(string text, out TimeZoneInfo value)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone))
        {
            zone = TimeZoneInfo.GetSystemTimeZones().FirstOrDefault(known => known.Id.Equals(text, StringComparison.OrdinalIgnoreCase));
        }

        value = zone!;
        return zone is not null;
    }

    /// <summary>Parses a name of an enum without regard to case. Numbers, which <c>Enum.TryParse</c> accepts, are refused.</summary>
    private static bool TryName<T>(string text, out T value)
        where T : struct, Enum
    {
        value = default;
        return Array.Find(Enum.GetNames<T>(), known => known.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name && Enum.TryParse(name, out value);
    }
}
