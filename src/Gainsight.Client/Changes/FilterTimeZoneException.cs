using System.Globalization;

namespace Gainsight.Client;

/// <summary>The tenant does not interpret the times in filters as UTC, so a change feed would miss changes. Set <see cref="GainsightClientOptions.FilterTimeZone"/>.</summary>
/// <remarks>The time zone in which a tenant compares times is undocumented. All known live integrations send UTC.</remarks>
public sealed class FilterTimeZoneException : GainsightException
{
    /// <summary>Creates the exception.</summary>
    public FilterTimeZoneException()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">What happened and what to do next.</param>
    public FilterTimeZoneException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="innerException">The cause.</param>
    public FilterTimeZoneException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The tenant's current offset from UTC, in whole quarters of an hour. Null when it was not measured.</summary>
    public TimeSpan? Offset { get; init; }

    internal static FilterTimeZoneException Create(string objectName, Field field, TimeSpan? offset, DateTimeOffset? passedAt = null)
    {
        var interpretation = offset is { } found
            ? $"the tenant interprets times as UTC{(found < TimeSpan.Zero ? '-' : '+')}{found.ToString("hh':'mm", CultureInfo.InvariantCulture)}"
            : "the tenant seems to interpret times in another time zone";
        var again = passedAt is { } passed
            ? $" The check last passed at {passed:u}. Reads since then may have missed changes: continue from a checkpoint of a read before that time."
            : string.Empty;
        return new FilterTimeZoneException(
            $"A filter on {field} of {objectName} did not find the rows that it describes: {interpretation}. " +
            $"Set {nameof(GainsightClientOptions)}.{nameof(GainsightClientOptions.FilterTimeZone)} to the tenant's time zone." + again)
        {
            Offset = offset,
        };
    }
}
