using System.Text.Json.Serialization;

namespace Gainsight.Client.AotSmoke;

/// <summary>A handwritten record type. Its static members are reached only through generics.</summary>
[JsonConverter(typeof(RecordJsonConverter<SmokeAsset>))]
internal sealed class SmokeAsset : GainsightRecord, IGainsightObject
{
    public static readonly Field<decimal> SeatsField = Field.Custom<decimal>("Seats__gc");

    public static string ObjectName => "Asset__gc";

    public static IReadOnlyList<Field> Fields { get; } = [SeatsField];

    public decimal? Seats
    {
        get => Get(SeatsField);
        set => Set(SeatsField, value);
    }
}
