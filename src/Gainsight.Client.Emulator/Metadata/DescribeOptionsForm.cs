namespace Gainsight.Client.Emulator;

/// <summary>When a description holds the items of picklists; the parameters that ask for them are hardly documented.</summary>
public enum DescribeOptionsForm
{
    /// <summary>When <c>idd=true</c> (a live connector sends it) or <c>populatePickListOptions</c> (official sample) asks for them.</summary>
    AsAsked,

    /// <summary>Always.</summary>
    Always,

    /// <summary>Never: <c>options</c> is an empty list, and the dropdown call has the items.</summary>
    Never,
}
