namespace Gainsight.Client;

/// <summary>How far rows have been read in the order of their dates: all earlier seconds, and within the second the rows up to a key.</summary>
/// <param name="Second">Seconds since 1970, or null when nothing has been read.</param>
/// <param name="Key">The last key that was read within the second, or null when no row of the second has been read.</param>
internal readonly record struct ModifiedDatePosition(long? Second, string? Key = null)
{
    public static ModifiedDatePosition Of(DateTimeOffset time) => new(time.ToUnixTimeSeconds());

    /// <summary>Returns the later of the position and the second.</summary>
    public ModifiedDatePosition AtLeast(long second) => Second >= second ? this : new(second);
}
