namespace Gainsight.Client;

/// <summary>Reads and writes the links between people and relationships, each a row of its own.</summary>
/// <remarks>
/// <para>
/// A new link needs both ends, each as GSID or as a lookup. To write a link whether it is there or not, upsert it by both ends,
/// <c>[RelationshipPersonFields.PersonId, RelationshipPersonFields.RelationshipId]</c>, given by their GSIDs, or upsert the person with <see cref="Person.Relationships"/>.
/// </para>
/// <para>A query without <c>Select</c> asks describe for the fields once, which costs a call.</para>
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
