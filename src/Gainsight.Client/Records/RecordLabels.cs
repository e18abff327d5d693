namespace Gainsight.Client;

/// <summary>The labels of the picklist items that the rows of a query can hold: of each picklist field, by GSID. Shared by all its rows.</summary>
internal sealed class RecordLabels(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> byField)
{
    /// <summary>The labels of a field's items, by GSID.</summary>
    /// <exception cref="ArgumentException">The field is no picklist, or was not selected.</exception>
    public IReadOnlyDictionary<string, string> Of(Field field) =>
        byField.TryGetValue(field.Name, out var labels)
            ? labels
            : throw new ArgumentException($"The field '{field.Name}' has no labels: the tenant describes it as no picklist, or the query did not select it.", nameof(field));
}
