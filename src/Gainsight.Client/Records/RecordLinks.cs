namespace Gainsight.Client;

/// <summary>Rows of another object that a record carries along in one member of its JSON, such as the companies of a person.</summary>
/// <param name="name">The member's name, on the wire and in the JSON of the record.</param>
/// <param name="definition">The object that the rows are of.</param>
/// <param name="owner">The field that points to the record itself, which its place already tells.</param>
/// <param name="target">The field that points to the row that the record is linked to.</param>
internal abstract class RecordLinks(string name, ObjectDefinition definition, LookupField owner, LookupField target)
{
    public string Name { get; } = name;

    public ObjectDefinition Definition { get; } = definition;

    public LookupField Owner { get; } = owner;

    public LookupField Target { get; } = target;

    public abstract int Count { get; }

    /// <summary>The rows; an entry is null where the caller put a null.</summary>
    public abstract IEnumerable<GainsightRecord?> Rows { get; }

    /// <summary>Adds an empty row.</summary>
    public abstract GainsightRecord Add();

    /// <summary>Keeps of these rows only the given ones, which are its own.</summary>
    public abstract void Keep(IReadOnlySet<GainsightRecord> rows);
}
