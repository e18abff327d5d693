namespace Gainsight.Client;

/// <summary>Says of a partial property which field it stands for. A property without it stands for the field of its own name.</summary>
/// <remarks>Used in a type with <see cref="GainsightObjectAttribute"/> or <see cref="GainsightFieldsOfAttribute{T}"/>. A property without a setter is never sent.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class GainsightFieldAttribute : Attribute
{
    /// <summary>The field has the property's name.</summary>
    public GainsightFieldAttribute()
    {
    }

    /// <summary>The field has the given name.</summary>
    /// <param name="name">The API name, which ends in <c>__gc</c> for a custom field.</param>
    public GainsightFieldAttribute(string name) => Name = name;

    /// <summary>The API name, such as <c>Seats__gc</c>. Default: null, the property's name.</summary>
    public string? Name { get; }

    /// <summary>The data type, as a name of <see cref="Gainsight.Client.DataType"/> (<c>Picklist</c>) or in the words of the describe call (<c>PICKLIST</c>). Default: null, the usual one of the property's type. Empty: unknown.</summary>
    public string? DataType { get; set; }

    /// <summary>The API name of the object that a lookup points to, such as <c>gsuser</c>. Default: null, no lookup.</summary>
    public string? LookupTo { get; set; }

    /// <summary>Whether the field is never sent. Default: false, but a property without a setter is never sent either.</summary>
    public bool IsReadOnly { get; set; }

    /// <summary>Whether a query reads the field that selects nothing. Default: true. Has no effect in a type with <see cref="GainsightFieldsOfAttribute{T}"/>.</summary>
    public bool IsSelected { get; set; } = true;
}
