namespace Gainsight.Client;

/// <summary>The labels of the picklist items in the rows of a query, by field and GSID. All rows share them.</summary>
internal sealed class RecordLabels(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> byField)
{
    /// <summary>The labels of a field's items, by GSID.</summary>
    /// <exception cref="ArgumentException">The field is not a picklist, or was not selected.</exception>
    public IReadOnlyDictionary<string, string> Of(Field field) => Find(field)
        ?? throw new ArgumentException($"The field '{field.Name}' has no labels: it is not a picklist in this tenant, or the query did not select it.", nameof(field));

    /// <summary>The labels of a field's items, by GSID, or null.</summary>
    public IReadOnlyDictionary<string, string>? Find(Field field) => byField.GetValueOrDefault(field.Name);
}
