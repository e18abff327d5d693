namespace Gainsight.Client;

/// <summary>Tells Gainsight how to find the row that a lookup field will point to, while it writes the record.</summary>
/// <remarks>
/// Sent in the <c>lookups</c> block of a write call. Rows whose lookups differ in fields or options are sent in separate calls.
/// </remarks>
/// <example><code>Lookup.By(UserFields.Email, "rhea@acme.example").OnNoMatch(LookupNoMatch.Null)</code></example>
public sealed class Lookup
{
    private Lookup(IReadOnlyList<LookupMatch> match, LookupNoMatch noMatch, LookupMultiMatch multiMatch)
    {
        Match = match;
        NoMatch = noMatch;
        MultiMatch = multiMatch;
    }

    /// <summary>The fields of the target object and their values. All must match.</summary>
    internal IReadOnlyList<LookupMatch> Match { get; }

    internal LookupNoMatch NoMatch { get; }

    internal LookupMultiMatch MultiMatch { get; }

    /// <summary>Finds the row by a field of the target object.</summary>
    /// <param name="field">The field on the target object, such as <see cref="UserFields.Email"/>.</param>
    /// <param name="value">The value to look for.</param>
    /// <returns>The lookup.</returns>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty or has half a surrogate pair, or <paramref name="field"/> is a dot path.</exception>
    public static Lookup By(Field<string> field, string value) =>
        new([MatchOf(field, value)], LookupNoMatch.Error, LookupMultiMatch.Error);

    /// <summary>Adds another field that must match.</summary>
    /// <param name="field">The field on the target object.</param>
    /// <param name="value">The value to look for.</param>
    /// <returns>A lookup with both conditions.</returns>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty or has half a surrogate pair, or the lookup already has a value for this field.</exception>
    public Lookup And(Field<string> field, string value)
    {
        var match = MatchOf(field, value);
        return Match.Any(known => known.Field.IsNamed(field.Name))
            ? throw new ArgumentException($"The lookup already has a value for '{field.Name}'.", nameof(field))
            : new([.. Match, match], NoMatch, MultiMatch);
    }

    /// <summary>Sets what happens when no row matches.</summary>
    /// <param name="behavior">The behaviour.</param>
    /// <returns>A lookup with that behaviour.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member of the enum.</exception>
    public Lookup OnNoMatch(LookupNoMatch behavior)
    {
        EnumValue.Check((int)behavior, (int)LookupNoMatch.Null, nameof(behavior));
        return new(Match, behavior, MultiMatch);
    }

    /// <summary>Sets what happens when several rows match.</summary>
    /// <param name="behavior">The behaviour.</param>
    /// <returns>A lookup with that behaviour.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member of the enum.</exception>
    public Lookup OnMultipleMatches(LookupMultiMatch behavior)
    {
        EnumValue.Check((int)behavior, (int)LookupMultiMatch.First, nameof(behavior));
        return new(Match, NoMatch, behavior);
    }

    private static LookupMatch MatchOf(Field<string> field, string value)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        if (field.IsPath)
        {
            throw new ArgumentException($"A lookup takes a field of the target object, not the path '{field.Name}'.", nameof(field));
        }

        return JsonBody.HasHalfPair(value)
            ? throw new ArgumentException($"The text for '{field.Name}' has half a surrogate pair, so no row can have it. Remove it.", nameof(value))
            : new(field, value);
    }
}
