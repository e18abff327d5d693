namespace Gainsight.Client.Emulator;

public sealed partial class GainsightEmulator
{
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
