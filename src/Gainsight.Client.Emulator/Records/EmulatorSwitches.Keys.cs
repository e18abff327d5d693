namespace Gainsight.Client.Emulator;

/// <content>
/// How the tenant compares texts that identify rows: in the keys of updates and imports, in lookups, in unique names of users, and in filters with
/// <c>EQ</c>, <c>NE</c> and <c>IN</c>. No source tells, so the default is exact.
/// </content>
public sealed partial class EmulatorSwitches
{
    /// <summary>Whether white space at both ends of a text is ignored. Default: <see langword="false"/>.</summary>
    public bool KeysAreTrimmed { get; set; }

    /// <summary>
    /// Whether composed and decomposed characters are the same, such as <c>é</c> and <c>e</c> with an accent (Unicode form C). Without
    /// ICU, only the letters from U+00C0 to U+017F are composed. Default: <see langword="false"/>.
    /// </summary>
    public bool KeysAreComposed { get; set; }

    /// <summary>Whether small and capital letters are the same. Default: <see langword="false"/>.</summary>
    public bool KeysIgnoreCase { get; set; }

    /// <summary>
    /// Whether the 15 and the 18 characters of a Salesforce id are the same, in fields of the type SFDCID. Their case always matters. Default:
    /// <see langword="false"/>.
    /// </summary>
    public bool SalesforceIdsMatchInBothLengths { get; set; }

    /// <summary>Whether texts are stored without white space at both ends. Default: <see langword="false"/>.</summary>
    public bool TrimsStoredTexts { get; set; }

    internal KeyForm Keys =>
        (KeysAreTrimmed ? KeyForm.Trimmed : KeyForm.Exact)
        | (KeysAreComposed ? KeyForm.Composed : KeyForm.Exact)
        | (KeysIgnoreCase ? KeyForm.Caseless : KeyForm.Exact)
        | (SalesforceIdsMatchInBothLengths ? KeyForm.SalesforceIds : KeyForm.Exact);
}
