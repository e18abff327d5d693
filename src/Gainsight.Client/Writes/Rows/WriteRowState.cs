namespace Gainsight.Client;

/// <summary>Where a row waits.</summary>
internal enum WriteRowState
{
    /// <summary>For its block to fill.</summary>
    InBlock,

    /// <summary>For its call to fill.</summary>
    InGroup,

    /// <summary>For the answer.</summary>
    InFlight,
}
