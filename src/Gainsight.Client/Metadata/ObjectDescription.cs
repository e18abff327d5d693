namespace Gainsight.Client;

/// <summary>An object with its fields, as the describe call reports it.</summary>
/// <remarks>Shape from the samples of Gainsight's Data Management API documentation and a recorded answer.</remarks>
public sealed partial class ObjectDescription
{
    /// <summary>The part of the description that the list of objects also has.</summary>
    public required ObjectSummary Summary { get; init; }

    /// <summary>The API name as the tenant lists it, such as <c>company</c> or <c>asset__gc</c>.</summary>
    public string Name => Summary.Name;

    /// <summary>The display name.</summary>
    public string Label => Summary.Label;

    /// <summary>The display name in the plural. Null when the answer has none.</summary>
    public string? LabelPlural { get; init; }

    /// <summary>The description that an administrator wrote, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The fields in the order of the answer.</summary>
    public IReadOnlyList<FieldDescription> Fields { get; init; } = [];

    /// <summary>Finds the field with an API name.</summary>
    /// <param name="name">The name; case is ignored.</param>
    /// <returns>The field, or null when the object has no such field.</returns>
    public FieldDescription? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (var field in Fields)
        {
            if (string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return field;
            }
        }

        return null;
    }

    /// <summary>Gets the field with an API name that must exist, such as one from a configuration.</summary>
    /// <param name="name">The name; case is ignored.</param>
    /// <returns>The field.</returns>
    /// <exception cref="ArgumentException">The object has no such field. The message names the object, the field and the nearest name.</exception>
    public FieldDescription Get(string name) => Find(name) ?? throw new ArgumentException(
        $"{Name} has no field '{name}'.{Spelling.DidYouMean(name, Fields.Select(field => field.Name))}");

    /// <summary>The API name.</summary>
    /// <returns>The value of <see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
