using System.Text;

namespace Gainsight.Client.Tests.Conventions;

/// <summary>The document of wire facts: the table of operations is generated, the rest is written by hand.</summary>
internal static class WireDocument
{
    private const string Begin = "<!-- operations: generated from the operations table -->\n";
    private const string End = "<!-- end of operations -->\n";

    /// <summary>The document as it should be: with today's table in today's text.</summary>
    public static string Text(string document)
    {
        var begin = document.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = document.IndexOf(End, StringComparison.Ordinal);
        return document[..begin] + Table() + document[end..];
    }

    private static string Table()
    {
        var table = new StringBuilder("\n| Operation | Route | Quota bucket | Sent again after a failure | Confidence | Source | Replaceable |\n|---|---|---|---|---|---|---|\n");
        foreach (var operation in Operations.All)
        {
            var safety = operation.Safety switch
            {
                RetrySafety.Safe => "yes, it changes nothing",
                RetrySafety.Idempotent => "yes, twice ends like once",
                _ => "only if it provably was not processed",
            };
            table.Append(FormattableString.Invariant(
                $"| `{operation.Name}` | `{operation.Method} {operation.Template}` | {operation.Bucket ?? "none"} | {safety} | {operation.Confidence} | {operation.Source} | {(operation.IsOverridable ? "yes" : "no")} |\n"));
        }

        return table.Append('\n').ToString();
    }
}
