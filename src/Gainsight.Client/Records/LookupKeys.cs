namespace Gainsight.Client;

/// <summary>The virtual request keys under which a record carries the values of its lookups, such as <c>Csm__by_Email</c>.</summary>
/// <remarks>
/// Names of custom fields end in <c>__gc</c>, these never do; names of standard fields hold no <c>__by_</c>. So no key is the name
/// of a field, which Gainsight would store instead of consuming.
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
