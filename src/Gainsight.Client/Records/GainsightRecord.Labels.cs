namespace Gainsight.Client;

/// <content>The labels of picklist items, beside the GSIDs that rows hold.</content>
public abstract partial class GainsightRecord
{
    /// <summary>The label of the picklist item that the field holds, inactive items included. The field itself still gives the item's GSID.</summary>
    /// <param name="field">A picklist field that the query selected, also through a lookup.</param>
    /// <returns>The label; null when the field has no value. An item that was made after the metadata was loaded reads as its GSID: see <see cref="MetadataClient.Refresh"/>.</returns>
    /// <exception cref="InvalidOperationException">The record was not read by a query <see cref="RecordQuery{T}.WithLabels">with labels</see>.</exception>
    /// <exception cref="ArgumentException">The tenant describes the field as no picklist.</exception>
    public string? GetLabel(Field<string> field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var labels = LoadedLabels();
        return Get(field) is { Length: > 0 } item ? labels.Of(field).GetValueOrDefault(item, item) : null;
    }

    /// <summary>The labels of the items that the multi-select field holds, inactive items included, in the order of the row. The field itself still gives the items' GSIDs.</summary>
    /// <param name="field">A multi-select field that the query selected, also through a lookup.</param>
    /// <returns>The labels; null when the field has no value. An item that was made after the metadata was loaded reads as its GSID: see <see cref="MetadataClient.Refresh"/>.</returns>
    /// <exception cref="InvalidOperationException">The record was not read by a query <see cref="RecordQuery{T}.WithLabels">with labels</see>.</exception>
    /// <exception cref="ArgumentException">The tenant describes the field as no picklist.</exception>
    public IReadOnlyList<string>? GetLabels(Field<IReadOnlyList<string>> field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var labels = LoadedLabels();
        return Get(field) is { } items ? [.. items.Select(item => labels.Of(field).GetValueOrDefault(item, item))] : null;
    }

    private RecordLabels LoadedLabels() =>
        _segment?.Schema.Labels ?? throw new InvalidOperationException("The record has no labels. Read it by a query with WithLabels().");
}
