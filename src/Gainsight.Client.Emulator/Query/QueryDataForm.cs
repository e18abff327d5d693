namespace Gainsight.Client.Emulator;

/// <summary>The shape of <c>data</c> in the response to a query (sources differ).</summary>
public enum QueryDataForm
{
    /// <summary><c>{"records":[…]}</c> (live connectors).</summary>
    RecordsObject,

    /// <summary><c>[…]</c> (samples on the Company and Custom Object pages).</summary>
    BareArray,

    /// <summary>As the official samples show: the records object for timeline, delete logs and users, a bare list for other objects.</summary>
    AsDocumented,
}
