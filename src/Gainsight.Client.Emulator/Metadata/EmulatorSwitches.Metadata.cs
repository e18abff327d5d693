namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorSwitches
{
    private int _unknownObjectStatus = 404;

    /// <summary>
    /// Whether the tenant has the documented <c>GET</c> list of objects. Live connectors use the <c>POST</c> form. Default: <see langword="true"/>.
    /// </summary>
    public bool ListsObjectsByGet { get; set; } = true;

    /// <summary>
    /// Whether the tenant describes several objects in one <c>POST</c> (official sample). Live connectors describe one object per call.
    /// Default: <see langword="true"/>.
    /// </summary>
    public bool DescribesByPost { get; set; } = true;

    /// <summary>When a description includes the items of picklists. Default: <see cref="DescribeOptionsForm.AsAsked"/>.</summary>
    public DescribeOptionsForm DescribeOptions { get; set; }

    /// <summary>
    /// What the description of several objects does when one of them does not exist. Not documented.
    /// Default: <see cref="UnknownDescribeForm.WholeCallFails"/>.
    /// </summary>
    public UnknownDescribeForm UnknownDescribe { get; set; }

    /// <summary>The HTTP status of the description of an unknown object. The official sample shows only the body. Default: 404.</summary>
    /// <exception cref="ArgumentException">It is no status of a response with a body.</exception>
    public int UnknownObjectStatus
    {
        get => _unknownObjectStatus;
        set => _unknownObjectStatus = SwitchValue.Status(value, nameof(UnknownObjectStatus));
    }
}
