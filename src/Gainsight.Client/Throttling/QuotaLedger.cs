namespace Gainsight.Client;

/// <summary>Counts the calls of all clients of a tenant in this process against the tenant's windows.</summary>
internal sealed class QuotaLedger
{
    /// <summary>How long the calls still to come would wait for permits, were nobody else to call.</summary>
    public TimeSpan EstimateWait(string bucket, int calls) => throw new NotImplementedException();
}
