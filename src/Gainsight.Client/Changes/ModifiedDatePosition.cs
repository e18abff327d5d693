namespace Gainsight.Client;

/// <summary>How far rows have been read in the order of their dates: all of the seconds before, and of that second those up to a key.</summary>
/// <param name="Second">Seconds since 1970; null when nothing has been read.</param>
/// <param name="Key">The last key that was read within the second; null when the second has not been begun.</param>
internal readonly record struct ModifiedDatePosition(long? Second, string? Key = null)
{
    public static ModifiedDatePosition Of(DateTimeOffset time) => new(time.ToUnixTimeSeconds());

    /// <summary>The position, or the second, whichever is later.</summary>
    public ModifiedDatePosition AtLeast(long second) => Second >= second ? this : new(second);
}
