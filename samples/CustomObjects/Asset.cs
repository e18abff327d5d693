using System.Text.Json.Serialization;
using Gainsight.Client;

namespace CustomObjects;

/// <summary>A row of the custom object <c>Asset__gc</c>. All that a type of your own needs: the object's name, and two lines a field.</summary>
[JsonConverter(typeof(RecordJsonConverter<Asset>))]
internal sealed class Asset : GainsightRecord, IGainsightObject
{
    public static readonly Field<string> NameField = Field.Custom<string>("Name");
    public static readonly Field<decimal> SeatsField = Field.Custom<decimal>("Seats__gc");
    public static readonly Field<DateOnly> PurchasedOnField = Field.Custom<DateOnly>("Purchased_On__gc");
    public static readonly LookupField CompanyField = Field.CustomLookup("Company__gc", "company");

    public static string ObjectName => "Asset__gc";

    // Optional: what a query reads that selects nothing. Without it, describe is asked for all fields.
    public static IReadOnlyList<Field> Fields { get; } = [NameField, SeatsField, PurchasedOnField, CompanyField];

    public string? Name { get => Get(NameField); set => Set(NameField, value); }

    public decimal? Seats { get => Get(SeatsField); set => Set(SeatsField, value); }

    public DateOnly? PurchasedOn { get => Get(PurchasedOnField); set => Set(PurchasedOnField, value); }

    public string? Company { get => Get(CompanyField); set => Set(CompanyField, value); }
}
