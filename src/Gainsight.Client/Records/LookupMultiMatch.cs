namespace Gainsight.Client;

/// <summary>What Gainsight does when a lookup finds several rows (<c>multiMatchOption</c>).</summary>
public enum LookupMultiMatch
{
    /// <summary>Refuse the record (<c>MARKASERROR</c>, known only from third-party documentation). This is the default, so that Gainsight never picks a row by itself.</summary>
    Error,

    /// <summary>Use the first row (<c>FIRSTMATCH</c>).</summary>
    First,
}
