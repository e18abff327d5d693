using Gainsight.Client;

/// <summary>A record type of the application: the package's generator writes the rest.</summary>
[GainsightObject("Asset__gc")]
public sealed partial class Asset : GainsightRecord
{
    [GainsightField("Seats__gc")]
    public partial decimal? Seats { get; set; }
}
