namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorSwitches
{
    /// <summary>Whether asking after a bulk job, or fetching a part of an export, counts against the asynchronous limits. Not documented.</summary>
    public bool PollsCountAsCalls { get; set; }

    /// <summary>Whether what bulk export and bulk import answer with stands in <c>data</c> or beside it. Not documented.</summary>
    public BulkMemberForm BulkMembers { get; set; }

    /// <summary>The form of the addresses in the answers of bulk export. Not documented.</summary>
    public BulkAddressForm BulkAddresses { get; set; }
}
