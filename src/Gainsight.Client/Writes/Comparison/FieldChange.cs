namespace Gainsight.Client;

/// <summary>What a write would change in one field of a row, or of a link that the row carries.</summary>
public sealed class FieldChange
{
    /// <summary>Creates a change, as a mock of a client would give it.</summary>
    /// <param name="field">The field.</param>
    /// <param name="before">The value that the tenant holds.</param>
    /// <param name="after">The value that would be sent.</param>
    /// <param name="isKnownToDiffer">False where the value would be sent although it may be the one that is there.</param>
    public FieldChange(Field field, object? before, object? after, bool isKnownToDiffer = true)
    {
        Field = field;
        Before = before;
        After = after;
        IsKnownToDiffer = isKnownToDiffer;
    }

    /// <summary>The field; for a lookup that Gainsight resolves while it writes, the path to the field asked by, such as <c>Csm__gr.Email</c>.</summary>
    public Field Field { get; }

    /// <summary>The link that the field is of, as it would be sent: a <see cref="CompanyPerson"/> or <see cref="RelationshipPerson"/> of a person. Null where it is a field of the row itself.</summary>
    public GainsightRecord? Link { get; init; }

    /// <summary>
    /// The value that the tenant holds, of the type of the field's property or token, else as <see cref="GainsightRecord.this[string]"/>
    /// reads it; a picklist item by its label where that is known, else by its GSID. Null when there is none, or when it could not be read.
    /// </summary>
    public object? Before { get; }

    /// <summary>The value that would be sent, as the record given holds it; null empties the field.</summary>
    public object? After { get; }

    /// <summary>
    /// False where the value would be sent although it may well be the one that is there: the field was not read, because the tenant refused or its
    /// name is not confirmed, or nothing tells which item of a picklist a text stands for.
    /// </summary>
    public bool IsKnownToDiffer { get; }

    /// <summary>The name of the field, without the values.</summary>
    /// <returns>For example <c>Arr</c>, or <c>CompanyPerson.Title</c>.</returns>
    public override string ToString() => Link is null ? Field.Name : $"{Link.GetType().Name}.{Field.Name}";
}
