namespace Gainsight.Client;

/// <summary>A label that a tenant has configured: a type, reason, status, priority or category.</summary>
/// <remarks>The shape comes from a third party (an emulator written from Gainsight's documentation) and is unconfirmed.</remarks>
public sealed class ConfigurationItem
{
    /// <summary>Creates a label, for mocks of a client.</summary>
    /// <param name="category">The category of the label, such as <c>CTA_STATUS</c>.</param>
    /// <param name="name">The label.</param>
    public ConfigurationItem(string category, string name)
    {
        Category = category;
        Name = name;
    }

    /// <summary>The category of the label, such as <c>CTA_STATUS</c>.</summary>
    public string Category { get; }

    /// <summary>The label with which records are written.</summary>
    public string Name { get; }

    /// <summary>The GSID, which the <c>…Id</c> fields of records contain. Null when the tenant does not return it.</summary>
    public string? Gsid { get; init; }

    /// <summary>Whether records can be written with the label. True when the tenant does not say.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>The entity type of the label: <c>GLOBAL</c>, <c>COMPANY</c> or <c>RELATIONSHIP</c>. Null when the tenant does not return it.</summary>
    public string? EntityType { get; init; }

    /// <summary>The CTA type of the label, or <c>ALL_CTA_TYPE</c>. Null when the tenant does not return it.</summary>
    public string? TypeName { get; init; }

    /// <summary>Returns the category and the label.</summary>
    /// <returns>For example <c>CTA_STATUS: New</c>.</returns>
    public override string ToString() => $"{Category}: {Name}";

    /// <summary>Whether records of a CTA type can have the label. An unknown type fits.</summary>
    internal bool IsFor(string? type) =>
        type is null
        || string.IsNullOrEmpty(TypeName)
        || string.Equals(TypeName, "ALL_CTA_TYPE", StringComparison.OrdinalIgnoreCase)
        || string.Equals(TypeName, type, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text is the label, in any case, or the GSID.</summary>
    internal bool Is(string text) =>
        string.Equals(Name, text, StringComparison.OrdinalIgnoreCase) || string.Equals(Gsid, text, StringComparison.Ordinal);
}
