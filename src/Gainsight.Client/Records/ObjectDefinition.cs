namespace Gainsight.Client;

/// <summary>What the engines need to know of an object: its name on the wire and the roles of its fields.</summary>
internal sealed class ObjectDefinition
{
    private static readonly Field[] SystemReadOnly =
        [SystemFields.Gsid, SystemFields.CreatedDate, SystemFields.ModifiedDate, SystemFields.CreatedBy, SystemFields.ModifiedBy];

    private static int _count;

    /// <summary>The hint of a token whose name this definition does not know: negative, and of no other definition.</summary>
    private readonly int _absentHint = -Interlocked.Increment(ref _count);

    private readonly Field[] _all;
    private readonly Dictionary<string, Field> _fields;

    public ObjectDefinition(string name, IReadOnlyList<Field> fields)
    {
        Name = name;
        NameInDeleteLog = name;
        Fields = fields;
        _all = [.. fields.Concat(SystemReadOnly).DistinctBy(field => field.Name, StringComparer.OrdinalIgnoreCase)];
        _fields = _all.ToDictionary(field => field.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The object's name as it stands in routes.</summary>
    public string Name { get; }

    /// <summary>The fields known at compile time; empty for an object addressed by name alone.</summary>
    public IReadOnlyList<Field> Fields { get; }

    /// <summary>The fields a query selects when its author selects none: those the contract confirms. Empty means: ask describe.</summary>
    public IReadOnlyList<Field> DefaultSelect { get; init; } = [];

    /// <summary>The fields without which an insert is refused.</summary>
    public IReadOnlyList<Field> Required { get; init; } = [];

    /// <summary>What each row belongs to, where names are unique only among the rows of one owner.</summary>
    public LookupField? Owner { get; init; }

    /// <summary>The unique, ordered field by which pages follow each other, or null where only offsets serve.</summary>
    public Field<string>? PagingKey { get; init; } = SystemFields.Gsid;

    /// <summary>When a row was last changed: what a change feed goes by.</summary>
    public Field<DateTimeOffset> ModifiedDate { get; init; } = SystemFields.ModifiedDate;

    /// <summary>The object's name in the logs of deleted records, which is compared without regard to case.</summary>
    public string NameInDeleteLog { get; init; }

    /// <summary>The most records that a call writes.</summary>
    public int BatchSize { get; init; } = 50;

    /// <summary>The calls by which its rows are read and written.</summary>
    public ObjectRoutes Routes { get; init; } = ObjectRoutes.Generic;

    /// <summary>The known field of that name, in any case, or null.</summary>
    public Field? Find(string name) => _fields.GetValueOrDefault(name);

    /// <summary>Whether a field of that name may be sent in a write.</summary>
    public bool IsWritable(string name) => !name.Contains('.', StringComparison.Ordinal) && Find(name) is not { IsReadOnly: true };

    /// <summary>Whether the field may be sent in a write, and how its values are written.</summary>
    public bool IsWritable(Field field, out FieldShape shape)
    {
        var known = Find(field);
        shape = ShapeOf(field, known);
        return !field.IsReadOnly && !field.IsPath && known is not { IsReadOnly: true };
    }

    /// <summary>How the field's values are written: as the definition says, else as the token says.</summary>
    public FieldShape ShapeOf(Field field) => ShapeOf(field, Find(field));

    private static FieldShape ShapeOf(Field field, Field? known) => known is { DataType.Name: not null } ? known.Shape : field.Shape;

    /// <summary>The known field of the token's name: at once when the token is the definition's own, or was looked up here last.</summary>
    private Field? Find(Field token)
    {
        var hint = token.DefinitionHint;
        if ((uint)hint < (uint)_all.Length && ReferenceEquals(_all[hint], token))
        {
            return token;
        }

        if (hint == _absentHint)
        {
            return null;
        }

        var known = Find(token.Name);
        if (known is null)
        {
            token.DefinitionHint = _absentHint;
        }
        else if (ReferenceEquals(known, token))
        {
            token.DefinitionHint = Array.IndexOf(_all, token);
        }

        return known;
    }
}
