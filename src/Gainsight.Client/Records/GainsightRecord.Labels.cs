namespace Gainsight.Client;

/// <content>The labels of picklist items.</content>
public abstract partial class GainsightRecord
{
    /// <summary>The label of the picklist item that the field holds, inactive items included. The field itself holds the item's GSID.</summary>
    /// <param name="field">A picklist field that the query selected, directly or through a lookup.</param>
    /// <returns>The label, or null when the field has no value. For an item that was created after the metadata was loaded, its GSID; see <see cref="MetadataClient.Refresh"/>.</returns>
    /// <exception cref="InvalidOperationException">The record was not read by a query <see cref="RecordQuery{T}.WithLabels">with labels</see>.</exception>
    /// <exception cref="ArgumentException">The field is not a picklist in this tenant, or the query did not select it.</exception>
    public string? GetLabel(Field<string> field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var labels = LoadedLabels();
        return Get(field) is { Length: > 0 } item ? labels.Of(field).GetValueOrDefault(item, item) : null;
    }

    /// <summary>The labels of the items that the multi-select field holds, inactive items included, in the order of the row. The field itself holds the items' GSIDs.</summary>
    /// <param name="field">A multi-select field that the query selected, directly or through a lookup.</param>
    /// <returns>The labels, or null when the field has no value. For an item that was created after the metadata was loaded, its GSID; see <see cref="MetadataClient.Refresh"/>.</returns>
    /// <exception cref="InvalidOperationException">The record was not read by a query <see cref="RecordQuery{T}.WithLabels">with labels</see>.</exception>
    /// <exception cref="ArgumentException">The field is not a picklist in this tenant, or the query did not select it.</exception>
    public IReadOnlyList<string>? GetLabels(Field<IReadOnlyList<string>> field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var labels = LoadedLabels();
        return Get(field) is { } items ? [.. items.Select(item => labels.Of(field).GetValueOrDefault(item, item))] : null;
    }

    /// <summary>Sets the picklist fields to the labels of their items, if the record was read with labels.</summary>
    internal void TakeLabels()
    {
        foreach (var name in _segment?.Columns.Labels is null ? [] : FieldNames)
        {
            var field = FieldOf(name);
            if (LoadedLabels().Find(field) is { } labels && TryGetSlice(field, out var slice) && TryReadLabels(field, slice, labels, out var value))
            {
                SetValue(field, value);
            }
        }
    }

    /// <summary>Reads the labels of the items that a value names. False when it names none: it stays as it came.</summary>
    private bool TryReadLabels(Field field, in JsonSlice slice, IReadOnlyDictionary<string, string> labels, out RecordValue value)
    {
        value = default;
        try
        {
            if (slice.Kind == SliceKind.Structure || field.DataType == DataType.MultiSelect || LoadedLabels().IsMultiSelect(field))
            {
                value = RecordValue.Of(MultiSelect.Read(slice, field.Name)?.Select(item => labels.GetValueOrDefault(item, item)));
                return true;
            }

            value = slice.IsText && slice.ReadString(field.Name) is { } one ? RecordValue.Of(labels.GetValueOrDefault(one, one)) : default;
            return slice.IsText;
        }
        catch (GainsightProtocolException)
        {
            return false;
        }
    }

    private RecordLabels LoadedLabels() =>
        _segment?.Columns.Labels ?? throw new InvalidOperationException("The record has no labels. Read it by a query with WithLabels().");
}
