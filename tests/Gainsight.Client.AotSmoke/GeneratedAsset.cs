namespace Gainsight.Client.AotSmoke;

/// <summary>A record type with generated members. It is read without a selection, so its fields are reached through generics.</summary>
[GainsightObject("Asset__gc")]
internal sealed partial class GeneratedAsset : GainsightRecord
{
    public partial string? Name { get; set; }

    [GainsightField("Seats__gc")]
    public partial decimal? Seats { get; set; }

    [GainsightField("Company__gc", LookupTo = "company")]
    public partial string? Company { get; set; }
}
