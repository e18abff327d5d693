using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Gainsight.Client.Emulator;

/// <summary>Reads the query string and the path of a call of the control API.</summary>
internal static class ControlQuery
{
    public static string PathValue(this HttpContext context, string name) => (string)context.Request.RouteValues[name]!;

    public static string? Text(this HttpContext context, string name) => context.Request.Query[name].ToString() is { Length: > 0 } text ? text : null;

    public static bool Flag(this HttpContext context, string name) => context.Text(name) switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw ControlException.Invalid($"{name} must be true or false."),
    };

    public static long Number(this HttpContext context, string name, long otherwise, long minimum, long maximum) => context.Text(name) is not { } text ? otherwise
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum ? number
        : throw ControlException.Invalid(maximum == long.MaxValue
            ? string.Create(CultureInfo.InvariantCulture, $"{name} must be a whole number from {minimum}.")
            : string.Create(CultureInfo.InvariantCulture, $"{name} must be a whole number from {minimum} to {maximum}."));
}
