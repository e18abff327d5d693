namespace Gainsight.Client;

/// <summary>Creates, updates and reads the opportunities of Renewal Center. Experimental: on a tenant none of it has been seen to work.</summary>
/// <remarks>
/// <para>
/// Gainsight's Renewal Center API documentation names two calls, create and update, for one record or many, and could not be read further. That
/// their path and bodies are those of other objects is a guess: <see cref="GainsightClientOptions.RouteOverrides"/> replaces
/// <c>Opportunities.Insert</c>, <c>Opportunities.Update</c> and <c>Opportunities.Query</c>. There is no call to delete.
/// </para>
/// <para>
/// The most records of a call begin with "20" on that page and are cut off there: 20 are sent, unless
/// <see cref="GainsightClientOptions.OpportunityBatchSize"/> says otherwise. Which fields an insert needs is unknown, so nothing is refused for lack of one.
/// </para>
/// <para>A query without <c>Select</c> asks describe for the fields once, which costs a call.</para>
/// </remarks>
public class OpportunityClient : RecordWriteClient<Opportunity>
{
    internal OpportunityClient(ClientContext context)
        : base(context, OpportunityFields.Define(context.OpportunityBatchSize))
    {
    }

    /// <summary>For mocks.</summary>
    protected OpportunityClient()
    {
    }
}
