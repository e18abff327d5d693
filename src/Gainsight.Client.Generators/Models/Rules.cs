using Microsoft.CodeAnalysis;

namespace Gainsight.Client.Generators;

/// <summary>The diagnostics. Each says what to write instead, and has a page under <c>docs/analyzers</c>.</summary>
internal static class Rules
{
    private const string Category = "Gainsight.Records";

    public static readonly DiagnosticDescriptor TypeNotPartial = Rule(
        "GSC001", "The type of a record is not partial", "'{0}' must be partial so that its fields can be generated: write 'partial class {0}'");

    public static readonly DiagnosticDescriptor PropertyNotPartial = Rule(
        "GSC002", "The property of a field is not partial", "'{0}' must be partial so that its body can be generated: write '{1}'");

    public static readonly DiagnosticDescriptor TypeNotSupported = Rule(
        "GSC003", "The type of a field is not supported", "'{0}' cannot be of type '{1}': {2}");

    public static readonly DiagnosticDescriptor SuffixMissing = Rule(
        "GSC004", "The name of a custom field lacks its suffix",
        "'{0}' is not the name of a custom field: write [GainsightField(\"{1}\")], or suppress this warning if the tenant has a standard field of that name", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor DeclaredTwice = Rule(
        "GSC005", "A field is declared twice", "The field '{0}' is declared twice, as '{1}' and as '{2}': remove one, or give it the name of another field (case does not count)");

    public static readonly DiagnosticDescriptor OldLanguage = Rule(
        "GSC006", "Partial properties need C# 13",
        "The fields of '{0}' are partial properties, which need C# 13, and this project uses C# {1}: add <LangVersion>13</LangVersion> to the project file (14 for extension properties), or write the tokens by hand with Field.Custom");

    public static readonly DiagnosticDescriptor TokensOnly = Rule(
        "GSC007", "Extension properties need C# 14",
        "Only the tokens of '{0}' are generated, as extension properties need C# 14 and this project uses C# {1}: use record.Get({0}.{2}) and record.Set({0}.{2}, value), or add <LangVersion>14</LangVersion> to the project file", DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor ConverterNotSeen = Rule(
        "GSC008", "A JsonSerializerContext does not see the generated converter",
        "The source generator of System.Text.Json does not see the converter that is generated for '{0}': write [JsonConverter(typeof(RecordJsonConverter<{0}>))] on '{0}' yourself");

    public static readonly DiagnosticDescriptor NullAssigned = Rule(
        "GSC009", "A field is set to null where it can be cleared",
        "Assigning null to '{0}' empties the field only if the record was read with a value there: call Clear({1}) to empty it in Gainsight, or leave the assignment out", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NameEmpty = Rule(
        "GSC010", "A name is empty or cannot be one", "The name of {0} {1}: write the API name, such as [{2}]");

    public static readonly DiagnosticDescriptor FormNotSupported = Rule(
        "GSC011", "No code can be generated for a declaration of this form", "Nothing can be generated for '{0}': {1}");

    public static readonly DiagnosticDescriptor NameTaken = Rule(
        "GSC012", "A name is taken by generated code", "'{0}' cannot be called '{1}', as {2}");

    private static DiagnosticDescriptor Rule(string id, string title, string message, DiagnosticSeverity severity = DiagnosticSeverity.Error) =>
        new(id, title, message, Category, severity, isEnabledByDefault: true, helpLinkUri: $"docs/analyzers/{id}.md");
}
