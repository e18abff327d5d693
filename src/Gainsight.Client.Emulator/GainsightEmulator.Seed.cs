namespace Gainsight.Client.Emulator;

public sealed partial class GainsightEmulator
{
    /// <summary>
    /// Adds users, picklist items, custom objects, fields and rows from a JSON text, in that order of dependence:
    /// <c>objects</c>, <c>picklists</c>, <c>users</c>, <c>rows</c>, <c>activityTypes</c>,
    /// <c>publishers</c>, <c>imports</c>. The format is described in <c>docs/emulator.md</c>.
    /// </summary>
    /// <param name="json">The seed.</param>
    /// <exception cref="System.Text.Json.JsonException">The text is not JSON.</exception>
    /// <exception cref="ArgumentException">
    /// Something in it does not fit the tenant; the message says what. What came before it has been added.
    /// </exception>
    public void Load(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        lock (_tenant.Sync)
        {
            TenantSeed.Load(_tenant, json);
        }
    }
}
