namespace Gainsight.Client;

/// <summary>Creates, updates and reads the opportunities of Renewal Center. Experimental: none of it has been confirmed on a tenant.</summary>
/// <remarks>
/// <para>
/// Gainsight's Renewal Center API documentation names two calls, create and update, for one or many records. The rest of it was not available. That
/// their paths and bodies are those of other objects is a guess. <see cref="GainsightClientOptions.RouteOverrides"/> can replace
/// <c>Opportunities.Insert</c>, <c>Opportunities.Update</c> and <c>Opportunities.Query</c>. There is no call to delete.
/// </para>
/// <para>
/// The maximum number of records per call begins with "20" on that page, where the text is cut off. Default: 20, see
/// <see cref="GainsightClientOptions.OpportunitiesPerCall"/>. It is unknown which fields an insert needs, so the client requires none.
/// </para>
/// <para>A query without <c>Select</c> needs one describe call for the fields. It is sent once.</para>
/// </remarks>
public class OpportunityClient : RecordWriteClient<Opportunity>
{
    internal OpportunityClient(ClientContext context)
        : base(context, OpportunityFields.Define(context.OpportunitiesPerCall))
    {
    }

    /// <summary>For mocks.</summary>
    protected OpportunityClient()
    {
    }
}
