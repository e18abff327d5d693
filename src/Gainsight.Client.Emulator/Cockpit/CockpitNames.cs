namespace Gainsight.Client.Emulator;

/// <summary>
/// The Cockpit API follows a custom lookup field <c>X__gc</c> by <c>X__gr</c> (official sample), where the metadata's name for it is
/// not documented.
/// </summary>
internal static class CockpitNames
{
    private const string Custom = "__gc";

    public static string Lookup(EmulatedField field) => field.Name.EndsWith(Custom, StringComparison.Ordinal)
        ? field.Name[..^Custom.Length] + "__gr"
        : field.LookupName;
}
