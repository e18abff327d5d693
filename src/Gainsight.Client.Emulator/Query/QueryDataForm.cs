namespace Gainsight.Client.Emulator;

/// <summary>The shape of <c>data</c> in an answer to a query (sources disagree).</summary>
public enum QueryDataForm
{
    /// <summary><c>{"records":[…]}</c>: live connectors.</summary>
    RecordsObject,

    /// <summary><c>[…]</c>: the samples on the Company and Custom Object pages.</summary>
    BareArray,
}
