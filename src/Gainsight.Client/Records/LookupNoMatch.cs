namespace Gainsight.Client;

/// <summary>What Gainsight does when a lookup finds no row (<c>onNoMatch</c>).</summary>
public enum LookupNoMatch
{
    /// <summary>Refuse the record (<c>ERROR</c>). This is the default.</summary>
    Error,

    /// <summary>Write null (<c>NULLABLE</c>).</summary>
    Null,
}
