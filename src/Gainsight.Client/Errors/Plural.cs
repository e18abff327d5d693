using System.Globalization;

namespace Gainsight.Client;

/// <summary>Numbers of things in messages.</summary>
internal static class Plural
{
    /// <summary>The number and the noun: <c>1 call</c>, <c>2 calls</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="noun">The singular of a noun whose plural ends in s.</param>
    public static string Of(long count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
