namespace Gainsight.Client;

/// <summary>Completes a plan from the tenant's metadata: the fields of an object known by name only, the labels of picklists, and the picklist items in the filter.</summary>
internal static class QueryMetadata
{
    /// <summary>The number of labels that an error message lists.</summary>
    private const int MaxListedLabels = 30;

    /// <summary>The operators whose values are picklist items. The others compare the text of labels.</summary>
    private static readonly Operator[] ByItem = [Operator.EqualTo, Operator.NotEqualTo, Operator.In, Operator.Includes, Operator.Excludes];

    /// <summary>Whether the values of the condition are picklist items, if its field is a picklist.</summary>
    public static bool ComparesItems(FilterCondition condition) => ByItem.Contains(condition.Operator);

    /// <summary>Returns the plan as it is sent.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="metadata">The tenant's metadata.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <param name="since">Reads the fields of the object again if they were read before this number of <see cref="ClientContext.NextMoment"/>.</param>
    /// <exception cref="ArgumentException">A value of the filter is not an item of its picklist.</exception>
    public static async Task<QueryPlan> CompleteAsync(QueryPlan plan, MetadataCatalogue metadata, CancellationToken cancellationToken, long? since = null)
    {
        if (plan.Fields.Count == 0)
        {
            plan = plan with { Select = await metadata.FieldsOfAsync(plan.Definition.Name, cancellationToken, since).ConfigureAwait(false) };
        }

        return plan.WithLabels ? await AddLabelsAsync(plan, metadata, cancellationToken).ConfigureAwait(false) : plan;
    }

    /// <summary>Checks the labels in the filter of a query that found nothing. GSIDs, inactive items and raw operators pass.</summary>
    /// <exception cref="ArgumentException">A value of the filter is not an item of its picklist.</exception>
    public static async Task EnsureLabelsAsync(QueryPlan plan, MetadataCatalogue metadata, CancellationToken cancellationToken)
    {
        List<Field> fields = [];
        plan.Where?.Visit(condition =>
        {
            if (ComparesItems(condition) && MayHoldItems(plan.Definition, condition.Field))
            {
                fields.Add(condition.Field);
            }
        });
        if (fields.Count == 0 || plan.Labels is not null)
        {
            return;
        }

        try
        {
            var picklists = await PicklistsAsync(plan, fields, metadata, cancellationToken).ConfigureAwait(false);
            ChangeItems(plan, picklists);
        }
        catch (GainsightException)
        {
            // Without metadata, the empty result stands.
        }
    }

    /// <summary>Finds a field of the object, or of the object that a dot path leads to.</summary>
    public static async Task<ResolvedField> ResolveAsync(
        MetadataCatalogue metadata, string objectName, string path, CancellationToken cancellationToken, long? since = null)
    {
        var parts = path.Split('.');
        var description = await metadata.DescribeAsync(objectName, cancellationToken, since).ConfigureAwait(false);
        for (var i = 0; i < parts.Length - 1; i++)
        {
            var relation = parts[i];
            var lookup = description.Fields.FirstOrDefault(field => string.Equals(field.LookupName, relation, StringComparison.OrdinalIgnoreCase));
            if (lookup is not { LookupObjects: [var target, ..] })
            {
                return new(lookup is null && description.Fields.Any(field => field.LookupName is not null) ? description : null, parts, i, Field: null);
            }

            try
            {
                description = await metadata.DescribeAsync(target, cancellationToken, since).ConfigureAwait(false);
            }
            catch (GainsightNotFoundException failure) when (failure.IsFromGainsight)
            {
                // A tenant may allow reading an object that it does not describe. The query works without its labels.
                return default;
            }
        }

        return new(description, parts, parts.Length - 1, description.Find(parts[^1]));
    }

    /// <summary>Reads the labels, and changes the items of the filter to the form in which they are sent.</summary>
    private static async Task<QueryPlan> AddLabelsAsync(QueryPlan plan, MetadataCatalogue metadata, CancellationToken cancellationToken)
    {
        var fields = new List<Field>(plan.Fields);
        plan.Where?.Visit(condition => fields.Add(condition.Field));
        var picklists = await PicklistsAsync(plan, fields.Where(MayBePicklist), metadata, cancellationToken).ConfigureAwait(false);
        return plan with
        {
            Where = ChangeItems(plan, picklists),
            Labels = new RecordLabels(
                picklists.ToDictionary(pair => pair.Key, pair => pair.Value.Picklist.LabelsByGsid, StringComparer.OrdinalIgnoreCase),
                picklists.Where(pair => pair.Value.DataType == DataType.MultiSelect).Select(pair => pair.Key).ToHashSet(StringComparer.OrdinalIgnoreCase)),
        };
    }

    /// <summary>The fields that are picklists. A field or an item that is not found is looked up again, because it may be new.</summary>
    private static async Task<Dictionary<string, FieldDescription>> PicklistsAsync(
        QueryPlan plan, IEnumerable<Field> fields, MetadataCatalogue metadata, CancellationToken cancellationToken)
    {
        var started = ClientContext.NextMoment();
        Field[] all = [.. fields];
        (var picklists, var isComplete) = await ReadAsync(since: null).ConfigureAwait(false);
        return isComplete ? picklists : (await ReadAsync(started).ConfigureAwait(false)).Picklists;

        async Task<(Dictionary<string, FieldDescription> Picklists, bool IsComplete)> ReadAsync(long? since)
        {
            var isComplete = true;
            var picklists = new Dictionary<string, FieldDescription>(StringComparer.OrdinalIgnoreCase);
            foreach (var field in all)
            {
                var found = await ResolveAsync(metadata, plan.Definition.Name, field.Name, cancellationToken, since).ConfigureAwait(false);
                isComplete &= found.Field is not null || found.Object is null;
                if (found.Field is { IsPicklist: true } description)
                {
                    picklists[field.Name] = description;
                }
            }

            await metadata.FillAsync(picklists.Values, cancellationToken, since).ConfigureAwait(false);
            return (picklists, isComplete && HasAllItems(plan, picklists));
        }
    }

    private static bool HasAllItems(QueryPlan plan, Dictionary<string, FieldDescription> picklists)
    {
        var hasAll = true;
        plan.Where?.Change(condition => Items(condition, picklists) is not { } field ? condition : condition.ChangeTexts(value =>
        {
            hasAll &= field.Picklist.Resolve(value).Kind != PicklistMatchKind.Unknown;
            return value;
        }));
        return hasAll;
    }

    private static Filter? ChangeItems(QueryPlan plan, Dictionary<string, FieldDescription> picklists) => plan.Where?.Change(
        condition => Items(condition, picklists) is { } field ? condition.ChangeTexts(value => Name(field, value)) : condition);

    /// <summary>The picklist whose items the condition compares, or null.</summary>
    private static FieldDescription? Items(FilterCondition condition, Dictionary<string, FieldDescription> picklists) =>
        picklists.TryGetValue(condition.Field.Name, out var field) && field.PicklistItems.Count > 0 && ComparesItems(condition) ? field : null;

    /// <summary>Whether the field can be a picklist. The token of a dot path may say that it is not, so its object need not be described.</summary>
    private static bool MayBePicklist(Field field) =>
        !field.IsPath || IsPicklistOrUnknown(field) || field.DataType == DataType.String;

    /// <summary>Whether the values of a filter on the field can be picklist items. A text field of a typed record cannot; the token of another field may only seem to be one.</summary>
    private static bool MayHoldItems(ObjectDefinition definition, Field field) =>
        definition.Find(field.Name) is { } known
            ? IsPicklistOrUnknown(known)
            : IsPicklistOrUnknown(field) || (!field.IsPath && field.DataType == DataType.String);

    private static bool IsPicklistOrUnknown(Field field) =>
        field.DataType.Name is null || field.DataType == DataType.Picklist || field.DataType == DataType.MultiSelect;

    /// <summary>The item's label, which is the documented form. Its GSID (inferred) when several items share the label.</summary>
    private static string Name(FieldDescription field, string value)
    {
        var match = field.Picklist.Resolve(value);
        if (match.Item is { } item)
        {
            return field.Picklist.IsNamedByLabel(item) ? item.Label : item.Gsid;
        }

        if (match.Kind == PicklistMatchKind.Ambiguous)
        {
            throw new ArgumentException(
                $"A value of the filter on {field} is the label of several picklist items. Name the item by its GSID; gainsight.Metadata.DescribeAsync lists them.");
        }

        string[] labels = [.. field.Picklist.ActiveLabels];
        var near = ObjectList.Nearest(value, labels, label => label, label => label);
        var hint = near.Count == 0 ? string.Empty : $" Did you mean {string.Join(" or ", near)}?";
        throw new ArgumentException($"A value of the filter on {field} is not an item of its picklist.{hint} The active items are: {string.Join(", ", labels.Take(MaxListedLabels))}"
            + (labels.Length > MaxListedLabels ? $" and {labels.Length - MaxListedLabels} more." : "."));
    }

    /// <summary>A name of a query in the tenant's metadata.</summary>
    /// <param name="Object">The object that has, or should have, the name. Null when the metadata cannot tell.</param>
    /// <param name="Path">The parts of the path.</param>
    /// <param name="At">The index of the last part, or of the part that was not found.</param>
    /// <param name="Field">The field, or null.</param>
    public readonly record struct ResolvedField(ObjectDescription? Object, string[] Path, int At, FieldDescription? Field)
    {
        /// <summary>The last part of the path, or the part that was not found.</summary>
        public string Name => Path[At];

        /// <summary>Whether more parts follow, so that the name is one of a lookup.</summary>
        public bool IsLookup => At < Path.Length - 1;

        /// <summary>Whether the tenant's object has no such name.</summary>
        public bool IsMissing => Object is not null && Field is null;
    }
}
