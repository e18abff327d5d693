namespace Gainsight.Client;

/// <summary>Brings the metadata of picklists to a query: the labels of what it selects, and the items that its filter names.</summary>
internal static class QueryLabels
{
    /// <summary>More labels than a message can hold are left out of it.</summary>
    private const int MaxListed = 30;

    /// <summary>The operators whose values are items; others look at the text of labels.</summary>
    private static readonly Operator[] ByItem = [Operator.EqualTo, Operator.NotEqualTo, Operator.In, Operator.Includes, Operator.Excludes];

    /// <summary>Finds the labels, and puts the items of the filter in the form in which they are sent.</summary>
    /// <exception cref="ArgumentException">A value of the filter is no item.</exception>
    public static async Task<QueryPlan> FindAsync(
        MetadataCatalogue metadata, QueryPlan plan, CancellationToken cancellationToken)
    {
        var picklists = new Dictionary<string, FieldDescription>(StringComparer.OrdinalIgnoreCase);
        var fields = new List<Field>(plan.Select);
        plan.Where?.Visit(condition => fields.Add(condition.Field));
        foreach (var field in fields.Where(MayBePicklist))
        {
            if (await DescribeAsync(metadata, plan.Definition.Name, field.Name, cancellationToken).ConfigureAwait(false) is { IsPicklist: true } description)
            {
                picklists[field.Name] = description;
            }
        }

        await metadata.FillAsync(picklists.Values, cancellationToken).ConfigureAwait(false);
        var where = plan.Where?.Change(condition =>
            condition is FilterCondition<string> text && picklists.TryGetValue(text.Field.Name, out var field) ? Named(text, field) : condition);
        return plan with
        {
            Where = where,
            Labels = new RecordLabels(picklists.ToDictionary(pair => pair.Key, pair => pair.Value.Picklist.LabelsByGsid, StringComparer.OrdinalIgnoreCase)),
        };
    }

    /// <summary>Whether it is worth describing the object that a dot path leads to: its token may say that the field is none.</summary>
    private static bool MayBePicklist(Field field) =>
        !field.IsPath || field.DataType.Name is null || field.DataType == DataType.String || field.DataType == DataType.Picklist || field.DataType == DataType.MultiSelect;

    /// <summary>Describes a field, be it of the object or of one that a dot path leads to.</summary>
    private static async Task<FieldDescription?> DescribeAsync(
        MetadataCatalogue metadata, string objectName, string path, CancellationToken cancellationToken)
    {
        var parts = path.Split('.');
        var description = await metadata.DescribeAsync(objectName, cancellationToken).ConfigureAwait(false);
        foreach (var relation in parts[..^1])
        {
            var lookup = description.Fields.FirstOrDefault(field => string.Equals(field.LookupName, relation, StringComparison.OrdinalIgnoreCase));
            if (lookup is not { LookupObjects: [var target, ..] })
            {
                return null;
            }

            try
            {
                description = await metadata.DescribeAsync(target, cancellationToken).ConfigureAwait(false);
            }
            catch (GainsightNotFoundException)
            {
                // The query can do without: the tenant may let an object be read that it does not describe.
                return null;
            }
        }

        return description.Find(parts[^1]);
    }

    private static FilterCondition<string> Named(FilterCondition<string> condition, FieldDescription field) =>
        field.PicklistItems.Count == 0 || !ByItem.Contains(condition.Operator)
            ? condition
            : new(condition.Field, condition.Operator, [.. condition.Values.Select(value => Name(field, value))]);

    /// <summary>The item's label, which is the documented form; its GSID (inferred) where the label does not say enough.</summary>
    private static string Name(FieldDescription field, string value)
    {
        var match = field.Picklist.Resolve(value);
        if (match.Item is { } item)
        {
            return field.Picklist.IsNamedByLabel(item) ? item.Label : item.Gsid;
        }

        string[] labels = [.. field.Picklist.ActiveLabels];
        throw new ArgumentException(match.Kind == PicklistMatchKind.Ambiguous
            ? $"A value of the filter on {field} is the label of several picklist items. Name the item by its GSID; gainsight.Metadata.DescribeAsync lists them."
            : $"A value of the filter on {field} is no item of its picklist. The active items are: {string.Join(", ", labels.Take(MaxListed))}"
                + (labels.Length > MaxListed ? $" and {labels.Length - MaxListed} more." : "."));
    }
}
