namespace Gainsight.Client;

/// <summary>Reads and writes the links between people and relationships. Each link is a row.</summary>
/// <remarks>
/// <para>
/// A new link needs the person and the relationship, each as a GSID or a lookup. If the link may already exist, upsert it by
/// <c>[RelationshipPersonFields.PersonId, RelationshipPersonFields.RelationshipId]</c> with GSIDs, or upsert the person with <see cref="Person.Relationships"/>.
/// </para>
/// <para>A query without <c>Select</c> needs one describe call for the fields. It is sent once.</para>
/// </remarks>
public class RelationshipPersonClient : RecordClient<RelationshipPerson>
{
    internal RelationshipPersonClient(ClientContext context)
        : base(context, RelationshipPersonFields.Definition)
    {
    }

    /// <summary>For mocks.</summary>
    protected RelationshipPersonClient()
    {
    }
}
