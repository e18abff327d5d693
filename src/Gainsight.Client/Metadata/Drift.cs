namespace Gainsight.Client;

/// <summary>One difference between a tenant and what a program expects of it.</summary>
/// <param name="kind">The kind of difference.</param>
/// <param name="name">See <see cref="Name"/>.</param>
public sealed class Drift(DriftKind kind, string name)
{
    /// <summary>The kind of difference.</summary>
    public DriftKind Kind { get; } = kind;

    /// <summary>The API name of the field, with the path that a query takes to it, or the name of the object that is gone.</summary>
    public string Name { get; } = name;

    /// <summary>What was expected: the data type, the length, the label of the item, or what the field was: <c>optional</c>, <c>writable</c>. Null for the other kinds.</summary>
    public string? Expected { get; init; }

    /// <summary>What the tenant has instead: the data type or the length, <c>inactive</c>, or what the field is: <c>required</c>, <c>read-only</c>. Null for the other kinds.</summary>
    public string? Actual { get; init; }

    /// <summary>A name that the tenant has and that may be the new one: a field with the same label, or else the nearest name. Null when there is none.</summary>
    public string? PossiblyRenamedTo { get; init; }

    /// <summary>The difference in words.</summary>
    /// <returns>For example <c>Seats__gc: the field is gone. Possibly renamed to Seat_Count__gc.</c></returns>
    public override string ToString()
    {
        var text = Kind switch
        {
            DriftKind.ObjectGone => "the object is gone, or the credential does not see it.",
            DriftKind.FieldGone => "the field is gone.",
            DriftKind.FieldNew => "the field is new.",
            DriftKind.TypeChanged => $"the type is {Actual}, not {Expected}.",
            DriftKind.LengthChanged => $"the length is {Actual}, not {Expected}.",
            DriftKind.RequiredChanged or DriftKind.AccessChanged => $"the field is {Actual}, not {Expected}.",
            _ when Actual is not null => $"the item '{Expected}' is {Actual}.",
            _ => $"the item '{Expected}' is gone.",
        };
        return PossiblyRenamedTo is null ? $"{Name}: {text}" : $"{Name}: {text} Possibly renamed to {PossiblyRenamedTo}.";
    }
}
