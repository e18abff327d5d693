namespace Gainsight.Client;

/// <summary>The names of the quota buckets.</summary>
internal static class QuotaBuckets
{
    public const string Sync = "sync";
}
