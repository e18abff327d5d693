namespace Gainsight.Client;

/// <summary>Reads and writes relationships.</summary>
/// <remarks>
/// <para>
/// Gainsight's Relationship API documentation names the operations. That their paths are those of other objects is inferred, unconfirmed.
/// <see cref="GainsightClientOptions.RouteOverrides"/> can replace <c>Relationships.Insert</c>, <c>Relationships.Update</c>,
/// <c>Relationships.Query</c> and <c>Relationships.Delete</c>. Gainsight also has an upsert, but its path and parameters are
/// unknown. This library therefore reads the keys, updates the rows that exist and inserts the others, as it does for companies.
/// </para>
/// <para>
/// A new relationship needs a name and a company, as a GSID or a lookup. A name is unique at most within a company. Upsert by
/// <c>[RelationshipFields.Name, RelationshipFields.CompanyId]</c> with the company's GSID, or by an id of your own. If the company is not one of the
/// keys, two kinds of rows fail with <see cref="RecordErrorCodes.AmbiguousKey"/>: a name that exists in several companies, and rows that are written
/// together with the same name and different companies. A relationship that is found moves to the company of its row.
/// </para>
/// <para>A query without <c>Select</c> needs one describe call for the fields. It is sent once.</para>
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
