namespace Gainsight.Client;

/// <summary>What Gainsight does when a lookup finds several rows (<c>multiMatchOption</c>).</summary>
public enum LookupMultiMatch
{
    /// <summary>Refuse the record (<c>MARKASERROR</c>, documented at second hand). The default, so that nothing is guessed.</summary>
    Error,

    /// <summary>Take the first (<c>FIRSTMATCH</c>).</summary>
    First,
}
