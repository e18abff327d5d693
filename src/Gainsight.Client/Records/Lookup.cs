namespace Gainsight.Client;

/// <summary>How Gainsight finds, while writing, the row that a lookup field is to point to.</summary>
/// <remarks>
/// The wire form is the <c>lookups</c> block of a write call. Rows whose lookups differ in fields or options go out in separate calls.
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

    /// <summary>The fields of the target object and the values they must have, all at once.</summary>
    internal IReadOnlyList<LookupMatch> Match { get; }

    internal LookupNoMatch NoMatch { get; }

    internal LookupMultiMatch MultiMatch { get; }

    /// <summary>Finds the row by a field of the target object.</summary>
    /// <param name="field">The field on the target object, such as <see cref="UserFields.Email"/>.</param>
    /// <param name="value">The value to look for.</param>
    /// <returns>The lookup.</returns>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty, or <paramref name="field"/> is a dot path.</exception>
    public static Lookup By(Field<string> field, string value) =>
        new([MatchOf(field, value)], LookupNoMatch.Error, LookupMultiMatch.Error);

    /// <summary>Asks for one more field to match.</summary>
    /// <param name="field">The field on the target object.</param>
    /// <param name="value">The value to look for.</param>
    /// <returns>A lookup with both conditions.</returns>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty, or the lookup already asks for a value of this field.</exception>
    public Lookup And(Field<string> field, string value)
    {
        var match = MatchOf(field, value);
        return Match.Any(known => known.Field.IsNamed(field.Name))
            ? throw new ArgumentException($"The lookup already asks for a value of '{field.Name}'.", nameof(field))
            : new([.. Match, match], NoMatch, MultiMatch);
    }

    /// <summary>Says what happens when no row matches.</summary>
    /// <param name="behavior">The behaviour.</param>
    /// <returns>A lookup with that behaviour.</returns>
    public Lookup OnNoMatch(LookupNoMatch behavior) => new(Match, behavior, MultiMatch);

    /// <summary>Says what happens when several rows match.</summary>
    /// <param name="behavior">The behaviour.</param>
    /// <returns>A lookup with that behaviour.</returns>
    public Lookup OnMultipleMatches(LookupMultiMatch behavior) => new(Match, NoMatch, behavior);

    private static LookupMatch MatchOf(Field<string> field, string value)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        if (field.IsPath)
        {
            throw new ArgumentException($"A lookup asks for fields of the object pointed to, not for the path '{field.Name}'.", nameof(field));
        }

        return new(field, value);
    }
}
