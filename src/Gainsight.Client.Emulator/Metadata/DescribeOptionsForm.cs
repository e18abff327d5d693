namespace Gainsight.Client.Emulator;

/// <summary>When a description includes the items of picklists. The parameters that ask for them are barely documented.</summary>
public enum DescribeOptionsForm
{
    /// <summary>When the call asks for them with <c>idd=true</c> (live connector) or <c>populatePickListOptions</c> (official sample).</summary>
    AsAsked,

    /// <summary>Always.</summary>
    Always,

    /// <summary>Never: <c>options</c> is an empty list. The dropdown call has the items.</summary>
    Never,
}
