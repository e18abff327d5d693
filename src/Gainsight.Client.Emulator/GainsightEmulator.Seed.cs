namespace Gainsight.Client.Emulator;

public sealed partial class GainsightEmulator
{
    /// <summary>
    /// Adds what a seed describes, section by section: <c>objects</c>, <c>picklists</c>, <c>clear</c>, <c>users</c>, <c>configuration</c>, <c>rows</c>, <c>activityTypes</c>,
    /// <c>publishers</c>, <c>imports</c>, <c>switches</c>, <c>limits</c>, <c>faults</c>. See <c>docs/emulator.md</c> for the format.
    /// </summary>
    /// <param name="json">The seed: JSON, in which comments and trailing commas are allowed.</param>
    /// <exception cref="System.Text.Json.JsonException">The text is not JSON.</exception>
    /// <exception cref="ArgumentException">
    /// A part of the seed does not fit the tenant. The message names it. The parts before it have been added.
    /// </exception>
    public void Load(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        lock (_tenant.Sync)
        {
            TenantSeed.Load(_tenant, Pipeline, json);
        }
    }
}
