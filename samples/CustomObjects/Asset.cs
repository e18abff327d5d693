using Gainsight.Client;

namespace CustomObjects;

/// <summary>A row of the custom object <c>Asset__gc</c>. Its tokens (<c>AssetFields</c>), its JSON converter and the bodies of its properties are generated.</summary>
[GainsightObject("Asset__gc")]
internal sealed partial class Asset : GainsightRecord
{
    /// <summary>The name.</summary>
    public partial string? Name { get; set; }

    /// <summary>The number of seats that were bought.</summary>
    [GainsightField("Seats__gc")]
    public partial decimal? Seats { get; set; }

    /// <summary>The day of the purchase.</summary>
    [GainsightField("Purchased_On__gc")]
    public partial DateOnly? PurchasedOn { get; set; }

    /// <summary>The company that owns the asset.</summary>
    [GainsightField("Company__gc", LookupTo = "company")]
    public partial string? Company { get; set; }
}
