namespace Gainsight.Client;

/// <summary>The fields of a relationship.</summary>
/// <remarks>
/// Gainsight's documentation gives display names of most. Ask <c>gainsight.Metadata.DescribeAsync("relationship")</c> for the names of your
/// tenant, and use <see cref="Field.Custom{T}(string)"/> where they differ.
/// </remarks>
public static partial class RelationshipFields
{
    private static ObjectDefinition.RouteSet Routes =>
        new(Operation.RelationshipsInsert, Operation.RelationshipsUpdate, Operation.RelationshipsQuery, Operation.RelationshipsDelete);
}
