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
}
