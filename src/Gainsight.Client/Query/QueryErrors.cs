namespace Gainsight.Client;

/// <summary>Finds out which name of a refused query is wrong. Gainsight's answer names it only in a text, and not always.</summary>
internal static class QueryErrors
{
    /// <summary>The number of names in a message.</summary>
    private const int MaxNames = 5;

    /// <summary>Whether names of the query can be the reason.</summary>
    public static bool MayBeNames(GainsightApiException failure) =>
        failure is GainsightValidationException { StatusCode: not 0 } or GainsightNotFoundException { IsFromGainsight: true };

    /// <summary>Returns an exception that names what does not exist, with the nearest names that do. Null when the tenant has every name.</summary>
    public static async Task<GainsightApiException?> ExplainAsync(
        GainsightApiException failure, QueryPlan plan, MetadataCatalogue metadata, long started, CancellationToken cancellationToken)
    {
        if (failure is GainsightNotFoundException)
        {
            return await metadata.ExplainAsync(failure, plan.Definition.Name, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            var missing = await MissingAsync(plan, metadata, since: null, cancellationToken).ConfigureAwait(false);
            if (missing.Count > 0)
            {
                missing = await MissingAsync(plan, metadata, started, cancellationToken).ConfigureAwait(false);
            }

            return missing.Count == 0 ? null : Explained(failure, missing, cancellationToken);
        }
        catch (GainsightException)
        {
            // The refusal itself is what the caller must see.
            return null;
        }
    }

    /// <summary>Only the names in the message get suggestions, because each is compared with every name of its object.</summary>
    private static GainsightValidationException Explained(GainsightApiException failure, List<MissingName> missing, CancellationToken cancellationToken)
    {
        var errors = new List<RecordError>(missing.Count);
        foreach (var name in missing)
        {
            cancellationToken.ThrowIfCancellationRequested();
            errors.Add(new(RecordErrorCodes.UnknownField, Describe(name.Found, suggests: errors.Count < MaxNames), name.Field.Name));
        }

        var more = errors.Count > MaxNames ? $" {Plural.Of(errors.Count - MaxNames, "more name")} {(errors.Count - MaxNames == 1 ? "does" : "do")} not exist." : string.Empty;
        var message = $"{failure.Message} {string.Join(' ', errors.Take(MaxNames).Select(error => error.Message))}{more}";
        return new(message, failure.ToRefusal() with { Errors = errors });
    }

    private static async Task<List<MissingName>> MissingAsync(
        QueryPlan plan, MetadataCatalogue metadata, long? since, CancellationToken cancellationToken)
    {
        List<Field> fields = [.. plan.Fields, .. plan.OrderBy.Select(order => order.Field)];
        plan.Where?.Visit(condition => fields.Add(condition.Field));
        List<MissingName> missing = [];
        foreach (var field in fields.DistinctBy(each => each.Name, StringComparer.OrdinalIgnoreCase))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var found = await QueryMetadata.ResolveAsync(metadata, plan.Definition.Name, field.Name, cancellationToken, since).ConfigureAwait(false);
            if (found.IsMissing)
            {
                missing.Add(new(field, found));
            }
        }

        return missing;
    }

    private static string Describe(QueryMetadata.ResolvedField found, bool suggests)
    {
        var near = !suggests ? (IReadOnlyList<string>)[]
            : found.IsLookup
            ? ObjectList.Nearest(found.Name, found.Object!.Fields.Where(field => field.LookupName is not null), field => field.LookupName!, field => field.Label)
            : ObjectList.Nearest(found.Name, found.Object!.Fields, field => field.Name, field => field.Label);
        var hint = near.Count == 0 ? "gainsight.Metadata.DescribeAsync lists what it has." : $"Did you mean {string.Join(" or ", near)}?";
        return $"{found.Object!.Name} has no {(found.IsLookup ? "lookup" : "field")} {found.Name}. {hint}";
    }

    private sealed record MissingName(Field Field, QueryMetadata.ResolvedField Found);
}
