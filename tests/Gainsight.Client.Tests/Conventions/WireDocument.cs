using System.Reflection;
using System.Text;

namespace Gainsight.Client.Tests.Conventions;

/// <summary>The document of wire facts: the tables of operations and of fields are generated, the rest is written by hand.</summary>
internal static class WireDocument
{
    private const string Begin = "<!-- operations: generated from the operations table -->\n";
    private const string End = "<!-- end of operations -->\n";

    private const string BeginFields = "<!-- fields: generated from the attributes of the record types -->\n";
    private const string EndFields = "<!-- end of fields -->\n";

    /// <summary>The expected document: the current text with tables generated from the current code.</summary>
    public static string Text(string document) => With(With(document, Begin, End, Table()), BeginFields, EndFields, Fields());

    private static string With(string document, string begin, string end, string text) =>
        document[..(document.IndexOf(begin, StringComparison.Ordinal) + begin.Length)] + text + document[document.IndexOf(end, StringComparison.Ordinal)..];

    private static string Fields()
    {
        var text = new StringBuilder();
        foreach (var type in typeof(GainsightRecord).Assembly.GetExportedTypes().OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            if (type.GetCustomAttribute<GainsightObjectAttribute>() is { } record)
            {
                text.Append(FormattableString.Invariant($"\n### {type.Name} (`{record.Name}`)\n\n"))
                    .Append("| Field | Data type | Sent | Needed by an insert | Read by default | Confidence | Note |\n|---|---|---|---|---|---|---|\n");
                Append(text, type, ((GainsightRecord)Activator.CreateInstance(type)!).Definition!);
            }
        }

        return text.Append('\n').ToString();
    }

    private static void Append(StringBuilder text, Type type, ObjectDefinition definition)
    {
        var tokens = type.Assembly.GetType($"{type.FullName}Fields", throwOnError: true)!;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            if (property.GetCustomAttribute<FieldFactsAttribute>() is { } facts)
            {
                var token = (Field)tokens.GetProperty(property.Name)!.GetValue(null)!;
                var dataType = token is LookupField lookup ? $"LOOKUP to `{lookup.TargetObject}`" : token.DataType.Name ?? "unknown";
                var selected = definition.DefaultSelect.Count == 0 ? "by describe" : YesNo(definition.DefaultSelect.Contains(token));
                text.Append(FormattableString.Invariant(
                    $"| `{token.Name}` | {dataType} | {YesNo(!token.IsReadOnly)} | {YesNo(definition.Required.Contains(token))} | {selected} | {facts.Confidence} | {facts.Note} |\n"));
            }
        }
    }

    private static string YesNo(bool value) => value ? "yes" : "no";

    private static string Table()
    {
        var table = new StringBuilder("\n| Operation | Route | Quota bucket | Sent again after a failure | Confidence | Source | Replaceable |\n|---|---|---|---|---|---|---|\n");
        foreach (var operation in Operation.All)
        {
            var safety = operation.Safety switch
            {
                RetrySafety.Safe => "yes, it changes nothing",
                RetrySafety.Idempotent => "yes, a repeat has the same result",
                _ => "only if it was certainly not processed",
            };
            table.Append(FormattableString.Invariant(
                $"| `{operation.Name}` | `{operation.Method} {operation.Template}` | {operation.Bucket ?? "none"} | {safety} | {operation.Confidence} | {operation.Source} | {(operation.IsOverridable ? "yes" : "no")} |\n"));
        }

        return table.Append('\n').ToString();
    }
}
