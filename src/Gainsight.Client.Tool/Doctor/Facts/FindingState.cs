namespace Gainsight.Client.Tool.Doctor;

/// <summary>What became of a fact.</summary>
internal enum FindingState
{
    /// <summary>The tenant does what the library expects.</summary>
    AsExpected,

    /// <summary>The library expects nothing, and the tenant shows one of the possible answers.</summary>
    Learned,

    /// <summary>The tenant does something else than the library expects.</summary>
    Differs,

    /// <summary>Not settled.</summary>
    Open,
}
