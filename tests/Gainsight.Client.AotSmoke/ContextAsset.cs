using System.Text.Json.Serialization;

namespace Gainsight.Client.AotSmoke;

/// <summary>A generated record type in a JsonSerializerContext, whose generator sees only a handwritten converter attribute.</summary>
[GainsightObject("Asset__gc")]
[JsonConverter(typeof(RecordJsonConverter<ContextAsset>))]
internal sealed partial class ContextAsset : GainsightRecord
{
    public partial string? Name { get; set; }

    [GainsightField("Seats__gc")]
    public partial decimal? Seats { get; set; }
}
