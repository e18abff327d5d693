namespace Gainsight.Client;

/// <summary>Rows of another object that are sent inside a record, in one member of its JSON, such as the companies of a person.</summary>
/// <param name="name">The name of the member, in calls and in the JSON of the record.</param>
/// <param name="definition">The object of the rows.</param>
/// <param name="owner">The field that points to the record itself. It is not sent, because the rows are inside the record.</param>
/// <param name="target">The field that points to the linked row, such as the company.</param>
internal abstract class RecordLinks(string name, ObjectDefinition definition, LookupField owner, LookupField target)
{
    public string Name { get; } = name;

    public ObjectDefinition Definition { get; } = definition;

    public LookupField Owner { get; } = owner;

    public LookupField Target { get; } = target;

    public abstract int Count { get; }

    /// <summary>The rows. An entry is null if the caller added a null.</summary>
    public abstract IEnumerable<GainsightRecord?> Rows { get; }

    /// <summary>Adds an empty row.</summary>
    public abstract GainsightRecord Add();

    /// <summary>Removes all rows but the given ones.</summary>
    public abstract void Keep(IReadOnlySet<GainsightRecord> rows);
}
