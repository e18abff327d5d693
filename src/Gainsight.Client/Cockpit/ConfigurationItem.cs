namespace Gainsight.Client;

/// <summary>A label that a tenant has configured: a type, reason, status, priority or category.</summary>
/// <remarks>The shape is a third party's (an emulator written from Gainsight's documentation), unconfirmed.</remarks>
public sealed class ConfigurationItem
{
    /// <summary>Creates a label, as a mock of a client would give it.</summary>
    /// <param name="category">The category that it belongs to, such as <c>CTA_STATUS</c>.</param>
    /// <param name="name">The label.</param>
    public ConfigurationItem(string category, string name)
    {
        Category = category;
        Name = name;
    }

    /// <summary>The category that it belongs to, such as <c>CTA_STATUS</c>.</summary>
    public string Category { get; }

    /// <summary>The label: what records are written with.</summary>
    public string Name { get; }

    /// <summary>The GSID: what the <c>…Id</c> fields of records that were read hold; null when the tenant does not tell.</summary>
    public string? Gsid { get; init; }

    /// <summary>Whether records can be written with it. True where the tenant does not tell.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>The kind of records it is for: <c>GLOBAL</c>, <c>COMPANY</c> or <c>RELATIONSHIP</c>; null when the tenant does not tell.</summary>
    public string? EntityType { get; init; }

    /// <summary>The CTA type it is for, or <c>ALL_CTA_TYPE</c>; null when the tenant does not tell.</summary>
    public string? TypeName { get; init; }

    /// <summary>The category and the label.</summary>
    /// <returns>For example <c>CTA_STATUS: New</c>.</returns>
    public override string ToString() => $"{Category}: {Name}";

    /// <summary>Whether records of a CTA type can have it. An unknown type fits.</summary>
    internal bool IsFor(string? type) =>
        type is null
        || string.IsNullOrEmpty(TypeName)
        || string.Equals(TypeName, "ALL_CTA_TYPE", StringComparison.OrdinalIgnoreCase)
        || string.Equals(TypeName, type, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text is its label, in any case, or its GSID.</summary>
    internal bool Is(string text) =>
        string.Equals(Name, text, StringComparison.OrdinalIgnoreCase) || string.Equals(Gsid, text, StringComparison.Ordinal);
}
