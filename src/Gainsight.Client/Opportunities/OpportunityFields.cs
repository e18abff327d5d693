namespace Gainsight.Client;

/// <summary>The fields of an opportunity.</summary>
/// <remarks>
/// Gainsight's documentation gives display names only. Ask <c>gainsight.Metadata.DescribeAsync("gs_opportunity")</c> for the names of your
/// tenant, and use <see cref="Field.Custom{T}(string)"/> where they differ.
/// </remarks>
public static partial class OpportunityFields
{
    private static int CallSize => GainsightClientOptions.DefaultOpportunitiesPerCall;

    private static ObjectDefinition.RouteSet Routes =>
        new(Operation.OpportunitiesInsert, Operation.OpportunitiesUpdate, Operation.OpportunitiesQuery, Operation.RecordsDelete);

    /// <summary>The opportunity as the engines of one client see it.</summary>
    internal static ObjectDefinition Define(int callSize) => new(Definition.Name, All) { CallSize = callSize, Owner = Definition.Owner, Routes = Routes };
}
