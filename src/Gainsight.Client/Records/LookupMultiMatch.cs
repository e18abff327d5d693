namespace Gainsight.Client;

/// <summary>What Gainsight does when a lookup finds several rows (<c>multiMatchOption</c>).</summary>
public enum LookupMultiMatch
{
    /// <summary>Take the first (<c>FIRSTMATCH</c>).</summary>
    First,

    /// <summary>Refuse the record (<c>MARKASERROR</c>). The default, so that nothing is guessed.</summary>
    Error,
}
