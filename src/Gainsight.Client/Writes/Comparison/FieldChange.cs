namespace Gainsight.Client;

/// <summary>What a write would change in one field of a row, or of a link of the row.</summary>
public sealed class FieldChange
{
    /// <summary>Creates a change, for mocks of a client.</summary>
    /// <param name="field">The field.</param>
    /// <param name="before">The value in the tenant.</param>
    /// <param name="after">The value that would be sent.</param>
    /// <param name="isKnownToDiffer">False if the value would be sent although the tenant may already have it.</param>
    public FieldChange(Field field, object? before, object? after, bool isKnownToDiffer = true)
    {
        Field = field;
        Before = before;
        After = after;
        IsKnownToDiffer = isKnownToDiffer;
    }

    /// <summary>The field. For a lookup that Gainsight resolves while it writes, the path to the field it searches by, such as <c>Csm__gr.Email</c>.</summary>
    public Field Field { get; }

    /// <summary>The link that has the field, as it would be sent: a <see cref="CompanyPerson"/> or <see cref="RelationshipPerson"/> of a person. Null if the row itself has the field.</summary>
    public GainsightRecord? Link { get; init; }

    /// <summary>
    /// The value in the tenant. It has the type of the field's property or token, otherwise that of <see cref="GainsightRecord.this[string]"/>.
    /// A picklist item is given by its label if that is known, otherwise by its GSID. Null if there is no value or it could not be read.
    /// </summary>
    public object? Before { get; }

    /// <summary>The value that would be sent, as the given record has it. Null empties the field.</summary>
    public object? After { get; }

    /// <summary>
    /// False if the value would be sent although the tenant may already have it. Either the field was not read, because the tenant refused or the
    /// name is not confirmed, or it is not known which picklist item a text means.
    /// </summary>
    public bool IsKnownToDiffer { get; }

    /// <summary>The name of the field, without the values.</summary>
    /// <returns>For example <c>Arr</c>, or <c>CompanyPerson.Title</c>.</returns>
    public override string ToString() => Link is null ? Field.Name : $"{Link.GetType().Name}.{Field.Name}";
}
