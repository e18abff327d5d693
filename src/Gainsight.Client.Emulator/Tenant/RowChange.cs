namespace Gainsight.Client.Emulator;

/// <summary>One change of a row.</summary>
/// <param name="Time">The time on the tenant's clock.</param>
/// <param name="Before">The row before the change, or null if the change inserted it.</param>
/// <param name="After">The row after the change, or null if the change deleted it.</param>
/// <param name="Request">The position of the request in the request log, or null for the back door, seeds and jobs.</param>
internal sealed record RowChange(DateTimeOffset Time, EmulatedRow? Before, EmulatedRow? After, long? Request)
{
    /// <summary>Whether it is a change of this row.</summary>
    public bool IsOf(EmulatedObject owner, string gsid) => (After ?? Before) is { } row && row.Owner == owner && row.Gsid == gsid;
}
