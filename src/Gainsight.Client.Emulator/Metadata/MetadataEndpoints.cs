namespace Gainsight.Client.Emulator;

/// <summary>The Data Management API: objects, fields and dropdowns.</summary>
internal static class MetadataEndpoints
{
    public static IReadOnlyList<Route> Routes { get; } = [];
}
