namespace Gainsight.Client;

/// <summary>The labels of the picklist items in the rows of a query, by field and GSID. All rows share them.</summary>
/// <param name="byField">The labels of each field, by GSID.</param>
/// <param name="multiSelects">The fields that hold several items.</param>
internal sealed class RecordLabels(
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> byField, IReadOnlySet<string> multiSelects)
{
    /// <summary>The labels of a field's items, by GSID.</summary>
    /// <exception cref="ArgumentException">The field is not a picklist, or was not selected.</exception>
    public IReadOnlyDictionary<string, string> Of(Field field) => Find(field)
        ?? throw new ArgumentException($"The field '{field.Name}' has no labels: it is not a picklist in this tenant, or the query did not select it.", nameof(field));

    /// <summary>The labels of a field's items, by GSID, or null.</summary>
    public IReadOnlyDictionary<string, string>? Find(Field field) => byField.GetValueOrDefault(field.Name);

    /// <summary>Whether the tenant describes the field as one that holds several items.</summary>
    public bool IsMultiSelect(Field field) => multiSelects.Contains(field.Name);
}
