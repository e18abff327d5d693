namespace Gainsight.Client.Emulator;

/// <summary>A key that holds a name, such as <c>status</c>, and the field that stores its GSID.</summary>
/// <param name="Key">The key. Case matters.</param>
/// <param name="Field">The field, such as <c>StatusId</c>.</param>
/// <param name="Category">The category in which its names are configured.</param>
/// <param name="HasDefault">Whether a create without the key gets the default name.</param>
internal sealed record ConfiguredName(string Key, string Field, string Category, bool HasDefault = false)
{
    /// <summary>The only allowed name, sent or not, such as the type of an objective.</summary>
    public string? Fixed { get; init; }
}
