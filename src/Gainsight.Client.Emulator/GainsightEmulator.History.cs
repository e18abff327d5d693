namespace Gainsight.Client.Emulator;

public sealed partial class GainsightEmulator
{
    /// <summary>The tenant's lock, for callers that need several steps to be one.</summary>
    internal object Sync => _tenant.Sync;

    /// <summary>The current time on the tenant's clock.</summary>
    internal DateTimeOffset Now => _tenant.Clock.Now;

    /// <summary>Reads a value of a row in the form of a seed. The caller holds the tenant's lock.</summary>
    internal object? Value(EmulatedObject owner, string field, System.Text.Json.JsonElement json) => RowSeed.Value(_tenant, owner, field, json);

    /// <summary>Starts to keep the last changes of rows.</summary>
    internal void KeepHistory()
    {
        lock (_tenant.Sync)
        {
            _tenant.History ??= new RowHistory(10_000);
        }
    }

    /// <summary>The changes of a row that are still known, oldest first.</summary>
    internal IReadOnlyList<RowChange> History(EmulatedObject owner, string gsid)
    {
        lock (_tenant.Sync)
        {
            return [.. _tenant.History?.Of(owner, gsid) ?? []];
        }
    }
}
