namespace Gainsight.Client;

/// <summary>Completes a plan from the tenant's metadata: the fields of an object known by name only, the labels of picklists, and the picklist items in the filter.</summary>
internal static class QueryMetadata
{
    /// <summary>The number of labels that an error message lists.</summary>
    private const int MaxListedLabels = 30;

    /// <summary>The operators whose values are picklist items. The others compare the text of labels.</summary>
    private static readonly Operator[] ByItem = [Operator.EqualTo, Operator.NotEqualTo, Operator.In, Operator.Includes, Operator.Excludes];

    /// <summary>Returns the plan as it is sent.</summary>
    /// <exception cref="ArgumentException">A value of the filter is not an item of its picklist.</exception>
    public static async Task<QueryPlan> CompleteAsync(QueryPlan plan, MetadataCatalogue metadata, CancellationToken cancellationToken)
    {
        if (plan.Fields.Count == 0)
        {
            plan = plan with { Select = await metadata.FieldsOfAsync(plan.Definition.Name, cancellationToken).ConfigureAwait(false) };
        }

        return plan.WithLabels ? await AddLabelsAsync(plan, metadata, cancellationToken).ConfigureAwait(false) : plan;
    }

    /// <summary>Reads the labels, and changes the items of the filter to the form in which they are sent.</summary>
    private static async Task<QueryPlan> AddLabelsAsync(QueryPlan plan, MetadataCatalogue metadata, CancellationToken cancellationToken)
    {
        var picklists = new Dictionary<string, FieldDescription>(StringComparer.OrdinalIgnoreCase);
        var fields = new List<Field>(plan.Fields);
        plan.Where?.Visit(condition => fields.Add(condition.Field));
        foreach (var field in fields.Where(MayBePicklist))
        {
            if (await DescribeAsync(metadata, plan.Definition.Name, field.Name, cancellationToken).ConfigureAwait(false) is { IsPicklist: true } description)
            {
                picklists[field.Name] = description;
            }
        }

        await metadata.FillAsync(picklists.Values, cancellationToken).ConfigureAwait(false);
        return plan with
        {
            Where = plan.Where?.Change(condition => picklists.TryGetValue(condition.Field.Name, out var field) ? NameItems(condition, field) : condition),
            Labels = new RecordLabels(picklists.ToDictionary(pair => pair.Key, pair => pair.Value.Picklist.LabelsByGsid, StringComparer.OrdinalIgnoreCase)),
        };
    }

    /// <summary>Whether the field can be a picklist. The token of a dot path may say that it is not, so its object need not be described.</summary>
    private static bool MayBePicklist(Field field) =>
        !field.IsPath || field.DataType.Name is null || field.DataType == DataType.String || field.DataType == DataType.Picklist || field.DataType == DataType.MultiSelect;

    /// <summary>Describes a field of the object, or of the object that a dot path leads to.</summary>
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
                // A tenant may allow reading an object that it does not describe. The query works without its labels.
                return null;
            }
        }

        return description.Find(parts[^1]);
    }

    private static FilterCondition NameItems(FilterCondition condition, FieldDescription field) =>
        field.PicklistItems.Count == 0 || !ByItem.Contains(condition.Operator) ? condition : condition.ChangeTexts(value => Name(field, value));

    /// <summary>The item's label, which is the documented form. Its GSID (inferred) when several items share the label.</summary>
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
            : $"A value of the filter on {field} is not an item of its picklist. The active items are: {string.Join(", ", labels.Take(MaxListedLabels))}"
                + (labels.Length > MaxListedLabels ? $" and {labels.Length - MaxListedLabels} more." : "."));
    }
}
