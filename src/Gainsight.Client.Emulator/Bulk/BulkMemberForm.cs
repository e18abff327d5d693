namespace Gainsight.Client.Emulator;

/// <summary>Where the members of a bulk job's answer stand.</summary>
public enum BulkMemberForm
{
    /// <summary>In <c>data</c> (inferred).</summary>
    InData,

    /// <summary>At the root, with <c>data</c> null (inferred).</summary>
    AtRoot,
}
