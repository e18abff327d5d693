using System.Globalization;

namespace Gainsight.Client;

/// <summary>The tenant does not read the times in filters as the UTC times that they are, so that a change feed would miss changes. Set <see cref="GainsightClientOptions.FilterTimeZone"/>.</summary>
/// <remarks>In which zone a tenant compares times is undocumented; every live integration known sends UTC.</remarks>
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

    /// <summary>The offset from UTC at which the tenant reads times at present, in whole quarters of an hour; null when it was not measured.</summary>
    public TimeSpan? Offset { get; init; }

    internal static FilterTimeZoneException Create(string objectName, Field field, TimeSpan? offset)
    {
        var reads = offset is { } found
            ? $"the tenant reads times as UTC{(found < TimeSpan.Zero ? '-' : '+')}{found.ToString("hh':'mm", CultureInfo.InvariantCulture)}"
            : "the tenant seems to read times in another zone";
        return new FilterTimeZoneException(
            $"A filter on {field} of {objectName} did not find the rows that it names: {reads}. " +
            $"Set {nameof(GainsightClientOptions)}.{nameof(GainsightClientOptions.FilterTimeZone)} to the tenant's time zone.")
        {
            Offset = offset,
        };
    }
}
