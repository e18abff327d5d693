namespace Gainsight.Client;

/// <summary>What a record type of your own says of its object, so that <see cref="GainsightClient.Objects{T}"/> needs nothing else.</summary>
/// <remarks><see cref="GainsightObjectAttribute"/> generates it. By hand, it is written so:</remarks>
/// <example>
/// <code>
/// [JsonConverter(typeof(RecordJsonConverter&lt;Asset&gt;))]
/// public sealed class Asset : GainsightRecord, IGainsightObject
/// {
///     public static readonly Field&lt;decimal&gt; SeatsField = Field.Custom&lt;decimal&gt;("Seats__gc");
///
///     public static string ObjectName =&gt; "Asset__gc";
///
///     public decimal? Seats { get =&gt; Get(SeatsField); set =&gt; Set(SeatsField, value); }
/// }
/// </code>
/// </example>
public interface IGainsightObject
{
    /// <summary>The object's API name as the tenant lists it, such as <c>Asset__gc</c>.</summary>
    static abstract string ObjectName { get; }

    /// <summary>
    /// The fields that a query without <c>Select</c> reads besides the GSID, dot paths included. Leave it out, and describe is asked for all
    /// fields, once, which costs a call.
    /// </summary>
    /// <remarks>It also tells the types of fields that are set by name alone, and it must stand below the tokens that it lists, as C# initialises static members in their order.</remarks>
    static virtual IReadOnlyList<Field> Fields => [];
}
