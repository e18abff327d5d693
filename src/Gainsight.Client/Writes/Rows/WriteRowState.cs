namespace Gainsight.Client;

/// <summary>Where a row waits.</summary>
internal enum WriteRowState
{
    /// <summary>For its block to fill.</summary>
    InBlock,

    /// <summary>For its call to fill.</summary>
    InCall,

    /// <summary>For the answer.</summary>
    InFlight,
}
