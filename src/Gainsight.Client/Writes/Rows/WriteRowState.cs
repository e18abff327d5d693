namespace Gainsight.Client;

/// <summary>Where a row waits.</summary>
internal enum WriteRowState
{
    /// <summary>For its block to fill.</summary>
    InBlock,

    /// <summary>For its call to fill.</summary>
    InCall,

    /// <summary>For the answer, and for what is done after a refusal. It may have an outcome that is still to be corrected.</summary>
    InFlight,

    /// <summary>For the rows before it. Its outcome does not change any more.</summary>
    Done,
}
