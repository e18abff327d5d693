namespace Gainsight.Client.Emulator;

/// <summary>The differences between the lists of the Cockpit family.</summary>
/// <param name="ObjectName">The object whose rows are listed.</param>
/// <param name="Defaults">The paths that every row shows, selected or not.</param>
internal sealed record CockpitListView(string ObjectName, IReadOnlyList<string> Defaults)
{
    /// <summary>Names that stand for a path, such as <c>StatusName</c>.</summary>
    public IReadOnlyDictionary<string, string> Aliases { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether a call must select fields.</summary>
    public bool SelectRequired { get; init; } = true;

    /// <summary>Writes more into a row than its fields, or is null.</summary>
    public Action<System.Text.Json.Utf8JsonWriter, TenantData, EmulatedRow>? WriteMore { get; init; }
}
