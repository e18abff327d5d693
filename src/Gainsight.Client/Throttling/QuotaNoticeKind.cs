namespace Gainsight.Client;

/// <summary>The kinds of notices of an <see cref="IQuotaStore"/>.</summary>
public enum QuotaNoticeKind
{
    /// <summary>A host closed a bucket, because Gainsight refused a call.</summary>
    Closed,

    /// <summary>A host gave back permits. Hosts whose calls wait ask again.</summary>
    Room,

    /// <summary>The store lost its memory, or notices may have been missed. Hosts report what they took.</summary>
    Missed,
}
