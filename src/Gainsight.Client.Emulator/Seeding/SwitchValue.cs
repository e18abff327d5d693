using System.Globalization;

namespace Gainsight.Client.Emulator;

/// <summary>Refuses values of switches with which the tenant could not answer.</summary>
internal static class SwitchValue
{
    public static int AtLeast(int least, int value, string name) => value >= least
        ? value
        : throw SeedJson.Invalid(string.Create(CultureInfo.InvariantCulture, $"The switch {name} must be a whole number of at least {least}, not {value}"));

    /// <summary>A status of a response with a body.</summary>
    public static int Status(int value, string name) => value is >= 200 and <= 599 and not (204 or 205 or 304)
        ? value
        : throw SeedJson.Invalid(string.Create(CultureInfo.InvariantCulture, $"The switch {name} must be an HTTP status of a response with a body, from 200 to 599, not {value}"));

    public static TimeSpan NotNegative(TimeSpan value, string name) => value >= TimeSpan.Zero
        ? value
        : throw SeedJson.Invalid($"The switch {name} must not be negative, not {value}");

    /// <summary>An offset from UTC that a date-time can have: whole minutes, at most 14 hours.</summary>
    public static TimeSpan Offset(TimeSpan value, string name) => value.Duration() <= TimeSpan.FromHours(14) && value.Ticks % TimeSpan.TicksPerMinute == 0
        ? value
        : throw SeedJson.Invalid($"The switch {name} must be an offset from UTC in whole minutes, from -14:00:00 to 14:00:00, not {value}");

    /// <summary>A path as a request has it: escaped, and without what follows it. An empty text is none.</summary>
    public static string? Path(string? value, string name)
    {
        var path = value?.Trim('/');
        return string.IsNullOrEmpty(value) ? null
            : !string.IsNullOrEmpty(path) && !path.Contains("//", StringComparison.Ordinal)
                && Uri.TryCreate("http://tenant/" + path, UriKind.Absolute, out var address) && address.AbsolutePath == "/" + path && address.Query.Length + address.Fragment.Length == 0
                ? value
                : throw SeedJson.Invalid($"The switch {name} must be a path such as /v1/data/objects/gs_opportunity, without a host, a query or spaces, not '{value}'");
    }
}
