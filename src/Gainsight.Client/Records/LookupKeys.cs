namespace Gainsight.Client;

/// <summary>The keys under which a record sends the values of its lookups, such as <c>Csm__by_Email</c>.</summary>
/// <remarks>
/// A key must not be the name of a field, because Gainsight would then store the value in that field. Names of custom fields end in
/// <c>__gc</c>, keys never do. Names of standard fields never contain <c>__by_</c>.
/// </remarks>
internal static class LookupKeys
{
    private const string Infix = "__by_";
    private const string CustomSuffix = "__gc";
    private const string SafeSuffix = "_gc";

    public static string Of(LookupField target, Field match)
    {
        var name = match.Name;
        if (target.DocumentedKey is { } documented && match.IsNamed(documented.MatchField))
        {
            return documented.Key;
        }

        return name.EndsWith(CustomSuffix, StringComparison.OrdinalIgnoreCase)
            ? string.Concat(target.Name, Infix, name.AsSpan(0, name.Length - CustomSuffix.Length), SafeSuffix)
            : string.Concat(target.Name, Infix, name);
    }
}
