namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorSwitches
{
    /// <summary>
    /// Whether the members of a bulk response are in <c>data</c> or next to it. Not documented. Default: <see cref="BulkMemberForm.InData"/>.
    /// </summary>
    public BulkMemberForm BulkMembers { get; set; }

    /// <summary>The form of the addresses in bulk export responses. Not documented. Default: <see cref="BulkAddressForm.Relative"/>.</summary>
    public BulkAddressForm BulkAddresses { get; set; }
}
