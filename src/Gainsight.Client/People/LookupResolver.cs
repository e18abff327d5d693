namespace Gainsight.Client;

/// <summary>Resolves lookups with reads, for calls for which no source shows a <c>lookups</c> block. Lookups of the same kind share one read.</summary>
internal sealed class LookupResolver(ClientContext context)
{
    // Gainsight returns values of these types as they were written, so they can be compared.
    private static readonly DataType[] Comparable =
        [default, DataType.String, DataType.Gsid, DataType.SfdcId, DataType.Number, DataType.Email, DataType.Url, DataType.Lookup];

    /// <summary>The reason why a record's lookups cannot be resolved, or null.</summary>
    public static RecordError? Check(GainsightRecord record)
    {
        foreach ((var field, var lookup) in record.Lookups)
        {
            if (KeysOf(field, lookup).FirstOrDefault(key => !Comparable.Contains(key.DataType)) is { } key)
            {
                return new(
                    RecordErrorCodes.InvalidValue,
                    $"The lookup of {field} uses {key}. Gainsight does not return values of a {key.DataType} field as they were written. Use another field, or give the GSID.",
                    field.Name);
            }
        }

        return null;
    }

    /// <summary>Replaces the records' lookups by GSIDs.</summary>
    /// <returns>The errors of the records whose lookup found no row or several rows.</returns>
    /// <exception cref="GainsightException">The rows could not be read.</exception>
    public async Task<IReadOnlyDictionary<GainsightRecord, RecordError>> ResolveAsync(
        IEnumerable<GainsightRecord> records, CallCounter calls, CancellationToken cancellationToken)
    {
        var errors = new Dictionary<GainsightRecord, RecordError>();
        IEnumerable<IGrouping<string, Asked>> alike = records
            .SelectMany(record => record.Lookups.Select(set => new Asked(record, set.Field, set.Lookup)))
            .GroupBy(asked => $"{asked.Field.TargetObject},{KeysOf(asked.Field, asked.Lookup)}", StringComparer.OrdinalIgnoreCase)
            .ToList();
        foreach (var group in alike)
        {
            var first = group.First();
            var finder = new KeyFinder(context, DefinitionOf(first.Field), KeysOf(first.Field, first.Lookup));
            var matches = await finder.FindAsync([.. group.Select(asked => asked.Pattern)], [], calls, cancellationToken).ConfigureAwait(false);
            foreach ((var asked, var found) in group.Zip(matches))
            {
                if (Settle(asked, found) is { } error)
                {
                    errors.TryAdd(asked.Record, error);
                }
            }
        }

        return errors;
    }

    private static RecordError? Settle(Asked asked, IReadOnlyList<KeyFinder.Row> found)
    {
        (var record, var field, var lookup) = asked;
        if (found.Count == 0 && lookup.NoMatch == LookupNoMatch.Error)
        {
            return new(RecordErrorCodes.LookupNotFound, $"No row of {field.TargetObject} matches the lookup of {field}. Create the row first, or correct the value.", field.Name);
        }

        if (found.Count > 1 && lookup.MultiMatch == LookupMultiMatch.Error)
        {
            return new(
                RecordErrorCodes.AmbiguousLookup,
                $"{found.Count} rows of {field.TargetObject} match the lookup of {field}. Give the GSID, or add another field to the lookup.",
                field.Name);
        }

        record.Set(field, found.Count == 0 ? null : found[0].Gsid);
        return null;
    }

    /// <summary>The fields that the lookup matches, with the types from the object's definition.</summary>
    private static IdentifierKeys KeysOf(LookupField field, Lookup lookup) =>
        IdentifierKeys.ForReading(lookup.Match.Select(match => DefinitionOf(field).Find(match.Field.Name) ?? match.Field));

    private static ObjectDefinition DefinitionOf(LookupField field) => field.TargetObject.ToUpperInvariant() switch
    {
        "COMPANY" => CompanyFields.Definition,
        "RELATIONSHIP" => RelationshipFields.Definition,
        "PERSON" => PersonFields.Definition,
        _ => new ObjectDefinition(field.TargetObject, []),
    };

    /// <summary>A lookup of a record, and a pattern of the row that it looks for.</summary>
    private sealed record Asked(GainsightRecord Record, LookupField Field, Lookup Lookup)
    {
        public ObjectRecord Pattern { get; } = PatternOf(Lookup);

        private static ObjectRecord PatternOf(Lookup lookup)
        {
            var pattern = new ObjectRecord();
            foreach ((var match, var value) in lookup.Match)
            {
                pattern.SetValue(match, RecordValue.Of(value));
            }

            return pattern;
        }
    }
}
