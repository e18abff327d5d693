namespace Gainsight.Client;

/// <summary>Describes the object of a record type of your own, so that <see cref="GainsightClient.Objects{T}"/> needs nothing else.</summary>
/// <remarks><see cref="GainsightObjectAttribute"/> generates it. The example shows how to write it by hand.</remarks>
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
    /// The fields that a query without <c>Select</c> reads besides the GSID, including dot paths. If you leave it out, the query reads all fields
    /// of the object. This costs one describe call, once.
    /// </summary>
    /// <remarks>It also supplies the types of fields that are set by name. Declare it below the tokens that it lists, because C# initializes static members in order.</remarks>
    static virtual IReadOnlyList<Field> Fields => [];
}
