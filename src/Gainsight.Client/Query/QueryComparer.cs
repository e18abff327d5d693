namespace Gainsight.Client;

/// <summary>Finds what a query names that the tenant does not have, or has otherwise.</summary>
internal static class QueryComparer
{
    /// <summary>The differences, in the order of the query's fields, then of its filter.</summary>
    /// <exception cref="GainsightNotFoundException">The tenant does not describe the object.</exception>
    public static async Task<IReadOnlyList<Drift>> CompareAsync(QueryPlan plan, MetadataCatalogue metadata, CancellationToken cancellationToken)
    {
        var now = ClientContext.NextMoment();
        await metadata.DescribeAsync(plan.Definition.Name, cancellationToken, now).ConfigureAwait(false);
        var conditions = new List<FilterCondition>();
        plan.Where?.Visit(conditions.Add);
        var changes = new List<Drift>();
        var fields = plan.Fields.Concat(conditions.Select(condition => condition.Field)).Concat(plan.OrderBy.Select(order => order.Field));
        foreach (var field in fields.DistinctBy(field => field.Name, StringComparer.OrdinalIgnoreCase))
        {
            cancellationToken.ThrowIfCancellationRequested();

            // A field that is written by label under one name is read under another.
            var path = (field.ReadAs ?? field).Name;
            var found = await QueryMetadata.ResolveAsync(metadata, plan.Definition.Name, path, cancellationToken, now).ConfigureAwait(false);
            if (found.IsMissing)
            {
                changes.Add(new(DriftKind.FieldGone, field.Name) { PossiblyRenamedTo = NearestTo(found) });
            }
            else if (found.Field is { } description)
            {
                CompareType(field, description, changes);
                if (description.IsPicklist && conditions.Where(condition => IsOf(condition, field)).ToArray() is { Length: > 0 } comparisons)
                {
                    await metadata.FillAsync([description], cancellationToken, now).ConfigureAwait(false);
                    Array.ForEach(comparisons, comparison => CompareItems(comparison, description, changes, cancellationToken));
                }
            }
        }

        return changes;
    }

    private static bool IsOf(FilterCondition condition, Field field) => condition.Field.IsNamed(field.Name) && QueryMetadata.ComparesItems(condition);

    /// <summary>The whole path with the nearest name of the part that is missing.</summary>
    private static string? NearestTo(QueryMetadata.ResolvedField missing)
    {
        var nearest = missing.IsLookup
            ? Spelling.Nearest(missing.Name, missing.Object!.Fields.Select(field => field.LookupName).OfType<string>())
            : DescriptionComparer.Nearest(missing.Name, missing.Object!.Fields);
        return nearest is null ? null : string.Join('.', [.. missing.Path[..missing.At], nearest, .. missing.Path[(missing.At + 1)..]]);
    }

    private static void CompareType(Field field, FieldDescription description, List<Drift> changes)
    {
        // A token that was made of a name alone expects nothing, and JSON can be anything.
        if (FamilyOf(field.DataType) is { } expected && FamilyOf(description.DataType) is { } actual && expected != actual)
        {
            changes.Add(new(DriftKind.TypeChanged, field.Name) { Expected = field.DataType.Name, Actual = description.DataType.Name });
        }
    }

    /// <summary>What values of a data type are read as, or null when that is not known.</summary>
    private static string? FamilyOf(DataType type) => type.Name switch
    {
        null or "JSON" => null,
        "NUMBER" or "PERCENTAGE" or "CURRENCY" or "JSONNUMBER" => "number",
        "BOOLEAN" or "JSONBOOLEAN" => "boolean",
        "DATE" => "date",
        "DATETIME" => "date-time",
        "MULTISELECTDROPDOWNLIST" => "items",
        _ => "text",
    };

    private static void CompareItems(FilterCondition condition, FieldDescription description, List<Drift> changes, CancellationToken cancellationToken) => condition.ChangeTexts(item =>
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (description.PicklistItems.Count > 0 && description.Picklist.Resolve(item).Kind == PicklistMatchKind.Unknown)
        {
            var near = ObjectList.Nearest(item, description.Picklist.ActiveLabels, label => label, label => label);
            changes.Add(new(DriftKind.ItemGone, condition.Field.Name) { Expected = item, PossiblyRenamedTo = near.Count > 0 ? near[0] : null });
        }

        return item;
    });
}
