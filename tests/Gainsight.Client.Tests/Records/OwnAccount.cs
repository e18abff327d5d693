using System.Text.Json.Serialization;

namespace Gainsight.Client.Tests;

/// <summary>A record type as a user of the library writes one.</summary>
[JsonConverter(typeof(RecordJsonConverter<OwnAccount>))]
public sealed class OwnAccount : GainsightRecord
{
    public static Field<decimal> SeatsField { get; } = Field.Custom<decimal>("Seats__gc");

    public static Field<DateOnly> SinceField { get; } = Field.Custom<DateOnly>("Since__gc");

    public decimal? Seats
    {
        get => Get(SeatsField);
        set => Set(SeatsField, value);
    }

    public DateOnly? Since
    {
        get => Get(SinceField);
        set => Set(SinceField, value);
    }
}
