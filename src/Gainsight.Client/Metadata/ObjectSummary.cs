namespace Gainsight.Client;

/// <summary>What the list of objects tells of one: its name, and what can be done with its rows.</summary>
/// <remarks>Shape from the samples of Gainsight's Data Management API documentation.</remarks>
public sealed class ObjectSummary
{
    /// <summary>The API name as the tenant lists it, such as <c>company</c> or <c>asset__gc</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The display name.</summary>
    public required string Label { get; init; }

    /// <summary><c>STANDARD</c>, <c>CUSTOM</c> or <c>SYSTEM</c>; an open set, empty when it is not told.</summary>
    public string ObjectType { get; init; } = string.Empty;

    /// <summary>What the GSIDs of the object's rows begin with, or null when it is not told.</summary>
    public string? KeyPrefix { get; init; }

    /// <summary>Whether the object is kept in the transactional store, or null when it is not told. See <see cref="IsHighVolume"/>.</summary>
    public bool? IsTransactional { get; init; }

    /// <summary>Whether rows can be read; true when it is not told.</summary>
    public bool IsReadable { get; init; } = true;

    /// <summary>Whether rows can be written; true when it is not told.</summary>
    public bool IsCreateable { get; init; } = true;

    /// <summary>Whether fields can be added.</summary>
    public bool IsSchemaUpdateable { get; init; }

    /// <summary>Whether amounts can be in several currencies.</summary>
    public bool IsMultiCurrencySupported { get; init; }

    /// <summary>Whether a customer made the object.</summary>
    public bool IsCustom => string.Equals(ObjectType, "CUSTOM", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is a high-volume custom object, which takes no writes but bulk imports: a custom one that is told not to be transactional (inferred, unconfirmed).</summary>
    public bool IsHighVolume => IsCustom && IsTransactional == false;

    /// <summary>The API name.</summary>
    /// <returns>The value of <see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
