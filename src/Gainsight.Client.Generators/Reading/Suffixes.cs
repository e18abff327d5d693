using Microsoft.CodeAnalysis;

namespace Gainsight.Client.Generators;

/// <summary>Finds names that are meant for custom fields and lack the suffix of one.</summary>
internal static class Suffixes
{
    private const string Suffix = "__gc";

    /// <summary>The fields of a custom object that Gainsight makes itself.</summary>
    private static readonly HashSet<string> Standard = new(Names.SystemFields, StringComparer.OrdinalIgnoreCase)
    {
        "Name", "CurrencyIsoCode", "CreatedById", "ModifiedById", "CreatedAt", "ModifiedAt", "Deleted", "IsDeleted", "Id",
    };

    /// <summary>Whether the object is a custom one, whose own fields all have the suffix.</summary>
    public static bool IsCustom(string objectName) => objectName.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase);

    /// <summary>The problem of a field of a custom object, or null.</summary>
    public static Problem? OfObject(IPropertySymbol property, string name) =>
        Passes(name) || Standard.Contains(name) ? null : Problem.Of(Rules.SuffixMissing, property, name, Suggestion(name));

    /// <summary>
    /// The problem of a field that is added to a standard object, or null. The library does not know all standard fields, so a name that was
    /// written out is taken for right, unless its suffix is nearly that of a custom field.
    /// </summary>
    public static Problem? OfExtension(IPropertySymbol property, string name, bool isWritten, bool isTimeline)
    {
        var isNearly = name.EndsWith("_gc", StringComparison.OrdinalIgnoreCase) || (!isTimeline && name.EndsWith("__c", StringComparison.OrdinalIgnoreCase));
        return Passes(name) || (isWritten && !isNearly) ? null : Problem.Of(Rules.SuffixMissing, property, name, Suggestion(name));
    }

    /// <summary>Custom fields, and paths through lookups, which name a field of another object.</summary>
    private static bool Passes(string name) => name.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) || name.Contains('.');

    private static string Suggestion(string name)
    {
        var isNearly = name.EndsWith("_gc", StringComparison.OrdinalIgnoreCase) || name.EndsWith("__c", StringComparison.OrdinalIgnoreCase);
        return (isNearly ? name.Substring(0, name.Length - 3) : name) + Suffix;
    }
}
