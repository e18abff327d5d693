namespace Gainsight.Client;

/// <summary>How a tenant differs from what a program expects of it.</summary>
public enum DriftKind
{
    /// <summary>The tenant has no such object, or the credential does not see it.</summary>
    ObjectGone,

    /// <summary>The object has no such field. <see cref="Drift.PossiblyRenamedTo"/> can name its successor.</summary>
    FieldGone,

    /// <summary>The object has a field that was not there.</summary>
    FieldNew,

    /// <summary>The field has another data type.</summary>
    TypeChanged,

    /// <summary>The field takes more or fewer characters.</summary>
    LengthChanged,

    /// <summary>The picklist no longer has the item, or the item is inactive now.</summary>
    ItemGone,

    /// <summary>Whether the field needs a value has changed: it is required, optional, or may not be set to null.</summary>
    RequiredChanged,

    /// <summary>Who may write the field has changed: it is writable, read-only, or can be set only by inserts or only by updates.</summary>
    AccessChanged,
}
