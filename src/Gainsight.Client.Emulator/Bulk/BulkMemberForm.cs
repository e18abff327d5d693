namespace Gainsight.Client.Emulator;

/// <summary>Where a bulk response holds its members.</summary>
public enum BulkMemberForm
{
    /// <summary>In <c>data</c> (inferred).</summary>
    InData,

    /// <summary>At the root, with <c>data</c> null (inferred).</summary>
    AtRoot,
}
