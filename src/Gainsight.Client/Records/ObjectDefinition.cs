namespace Gainsight.Client;

/// <summary>What the engines know about an object: its name in calls and the roles of its fields.</summary>
internal sealed class ObjectDefinition
{
    private static readonly Field[] SystemReadOnly =
        [SystemFields.Gsid, SystemFields.CreatedDate, SystemFields.ModifiedDate, SystemFields.CreatedBy, SystemFields.ModifiedBy];

    private static int _count;

    /// <summary>The hint of a token whose name this definition does not have. It is negative, and unique to the definition.</summary>
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

    /// <summary>The object's name in routes.</summary>
    public string Name { get; }

    /// <summary>The fields that are known at compile time. Empty for an object that is addressed by its name alone.</summary>
    public IReadOnlyList<Field> Fields { get; }

    /// <summary>The fields that a query reads without a selection: those that are confirmed. If empty, the describe call supplies them.</summary>
    public IReadOnlyList<Field> DefaultSelect { get; init; } = [];

    /// <summary>The fields without which an insert is refused.</summary>
    public IReadOnlyList<Field> Required { get; init; } = [];

    /// <summary>The owner of each row, if names are unique only among the rows of one owner.</summary>
    public LookupField? Owner { get; init; }

    /// <summary>The unique, ordered field by which pages are read, or null if pages can only be read by offset.</summary>
    public Field<string>? PagingKey { get; init; } = SystemFields.Gsid;

    /// <summary>The time of the last change of a row, which a change feed uses.</summary>
    public Field<DateTimeOffset> ModifiedDate { get; init; } = SystemFields.ModifiedDate;

    /// <summary>Whether the library does not know the object, so that it may lack the usual system fields.</summary>
    public bool IsGeneric { get; init; }

    /// <summary>The object's name in the logs of deleted records. Case is ignored.</summary>
    public string NameInDeleteLog { get; init; }

    /// <summary>The maximum number of records that one call writes. Default: 50.</summary>
    public int CallSize { get; init; } = 50;

    /// <summary>The calls that read and write the rows.</summary>
    public RouteSet Routes { get; init; } = RouteSet.Generic;

    /// <summary>The known field of that name (case is ignored), or null.</summary>
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

    /// <summary>Whether only the tenant can tell the type of the field. A token that was made from a name says how the caller stores the value.</summary>
    public bool IsUntyped(Field field) =>
        IsWritable(field, out var shape) && shape is FieldShape.AsIs or FieldShape.DateTime && Find(field) is not { DataType.Name: not null };

    /// <summary>How the field's values are written. The definition takes precedence over the token.</summary>
    public FieldShape ShapeOf(Field field) => ShapeOf(field, Find(field));

    private static FieldShape ShapeOf(Field field, Field? known) => known is { DataType.Name: not null } ? known.Shape : field.Shape;

    /// <summary>The known field of the token's name. Fast if the token belongs to the definition, or was searched here last.</summary>
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

    /// <summary>The calls that read and write the rows of an object. Some objects have routes of their own, or routes that can be replaced separately.</summary>
    public sealed record RouteSet(Operation Insert, Operation Update, Operation Query, Operation Delete)
    {
        /// <summary>The record API, whose routes contain the object's name.</summary>
        public static RouteSet Generic { get; } =
            new(Operation.RecordsInsert, Operation.RecordsUpdate, Operation.RecordsQuery, Operation.RecordsDelete);
    }
}
