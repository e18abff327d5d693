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
/// A new relationship needs a name and a company, the company as GSID or as a lookup. Keys cannot be lookups, so names that stand in several
/// companies are <see cref="RecordErrorCodes.AmbiguousKey"/>: give each relationship a name, or an external id, of its own.
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
