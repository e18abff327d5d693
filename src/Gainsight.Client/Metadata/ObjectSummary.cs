namespace Gainsight.Client;

/// <summary>An object in the list of objects: its name, and what can be done with its rows.</summary>
/// <remarks>Shape from the samples of Gainsight's Data Management API documentation.</remarks>
public sealed class ObjectSummary
{
    /// <summary>The API name as the tenant lists it, such as <c>company</c> or <c>asset__gc</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The display name.</summary>
    public required string Label { get; init; }

    /// <summary><c>STANDARD</c>, <c>CUSTOM</c> or <c>SYSTEM</c>; an open set. Empty when the answer has none.</summary>
    public string ObjectType { get; init; } = string.Empty;

    /// <summary>The prefix of the GSIDs of the object's rows. Null when the answer has none.</summary>
    public string? KeyPrefix { get; init; }

    /// <summary>Whether the object is in the transactional store. Null when the answer does not say. See <see cref="IsHighVolume"/>.</summary>
    public bool? IsTransactional { get; init; }

    /// <summary>Whether rows can be read. True when the answer does not say.</summary>
    public bool IsReadable { get; init; } = true;

    /// <summary>Whether rows can be written. True when the answer does not say.</summary>
    public bool IsCreateable { get; init; } = true;

    /// <summary>Whether fields can be added.</summary>
    public bool IsSchemaUpdateable { get; init; }

    /// <summary>Whether amounts can be in several currencies.</summary>
    public bool IsMultiCurrencySupported { get; init; }

    /// <summary>Whether the object is a custom object.</summary>
    public bool IsCustom => string.Equals(ObjectType, "CUSTOM", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether this is a high-volume custom object, which can only be written by bulk imports. True for a custom object whose <see cref="IsTransactional"/> is false (inferred, unconfirmed).</summary>
    public bool IsHighVolume => IsCustom && IsTransactional == false;

    /// <summary>The API name.</summary>
    /// <returns>The value of <see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
