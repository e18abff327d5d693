namespace Gainsight.Client;

/// <summary>Why a call is held up.</summary>
internal enum QuotaHoldReason
{
    /// <summary>A window has no room.</summary>
    Room,

    /// <summary>Gainsight refused a call of the bucket.</summary>
    Refusal,

    /// <summary>The answer of a single call decides whether the others may follow; so short a wait that no call fails for it.</summary>
    Probe,
}
