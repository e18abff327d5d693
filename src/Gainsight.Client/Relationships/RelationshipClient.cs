namespace Gainsight.Client;

/// <summary>Reads and writes relationships.</summary>
/// <remarks>
/// <para>
/// Gainsight's Relationship API documentation names the operations; that their paths are those of other objects is inferred, unconfirmed:
/// <see cref="GainsightClientOptions.RouteOverrides"/> replaces <c>Relationships.Insert</c>, <c>Relationships.Update</c>,
/// <c>Relationships.Query</c> and <c>Relationships.Delete</c>. Gainsight has an upsert of its own, of which neither path nor parameter is
/// known: this library reads the keys, updates what is there and inserts the rest, as it does for companies.
/// </para>
/// <para>
/// A new relationship needs a name and a company, the company as GSID or as a lookup. Names are unique within a company at most: upsert by
/// <c>[RelationshipFields.Name, RelationshipFields.CompanyId]</c>, the company as GSID, or by an id of your own. Without the company among the
/// keys, a name that stands in several companies fails with <see cref="RecordErrorCodes.AmbiguousKey"/>, as do rows of one name that come together and
/// differ in their company, and a relationship that is found moves to the company that its row names.
/// </para>
/// <para>A query without <c>Select</c> asks describe for the fields once, which costs a call.</para>
/// </remarks>
public class RelationshipClient : RecordClient<Relationship>
{
    internal RelationshipClient(ClientContext context)
        : base(context, RelationshipFields.Definition)
    {
    }

    /// <summary>For mocks.</summary>
    protected RelationshipClient()
    {
    }
}
