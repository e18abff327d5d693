using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>The result as a document that can be shared: for people, and for programs.</summary>
internal static class ReportText
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the result for people.</summary>
    /// <param name="examined">The result.</param>
    /// <param name="version">The version of the tool.</param>
    /// <returns>Markdown.</returns>
    public static string Markdown(Examined examined, string version)
    {
        var text = new StringBuilder();
        _ = text.AppendLine(CultureInfo.InvariantCulture, $"# gainsight doctor {version}").AppendLine()
            .AppendLine("No names, values, addresses, ids or keys of the tenant are in this report. Share it to correct docs/wire.md.").AppendLine()
            .AppendLine("| Fact | In docs/wire.md | Expected | Found | State | Confidence |")
            .AppendLine("|---|---|---|---|---|---|");
        foreach ((var fact, var finding) in examined.Facts)
        {
            _ = text.AppendLine(CultureInfo.InvariantCulture, $"| {Cell(fact.Name)} | {Cell(fact.Wire)} | {Cell(fact.Expected)} | {Cell(finding.Found)} | {StateText(finding.State)} | {finding.Confidence} |");
        }

        _ = text.AppendLine().AppendLine("## Not settled").AppendLine().AppendLine("| In docs/wire.md | Why | Page |").AppendLine("|---|---|---|");
        foreach (var open in examined.Explained)
        {
            _ = text.AppendLine(CultureInfo.InvariantCulture, $"| {Cell(open.Wire)} | {open.Why} | {open.Page} |");
        }

        return text.ToString();
    }

    /// <summary>Writes the result for programs.</summary>
    /// <param name="examined">The result.</param>
    /// <param name="version">The version of the tool.</param>
    /// <returns>JSON.</returns>
    public static string Json(Examined examined, string version) => new JsonObject
    {
        ["tool"] = version,
        ["calls"] = examined.Calls,
        ["typicalMilliseconds"] = (long)examined.TypicalTime.TotalMilliseconds,
        ["stoppedBy"] = examined.StoppedBy,
        ["written"] = examined.Trial?.Written ?? 0,
        ["left"] = examined.Trial?.Left.Count ?? 0,
        ["facts"] = new JsonArray([.. examined.Facts.Select(one => new JsonObject
        {
            ["fact"] = one.Fact.Name,
            ["wire"] = one.Fact.Wire,
            ["expected"] = one.Fact.Expected,
            ["found"] = one.Finding.Found,
            ["state"] = StateText(one.Finding.State),
            ["confidence"] = one.Finding.Confidence,
            ["meaning"] = one.Finding.Meaning,
            ["page"] = one.Fact.Page,
        })]),
        ["open"] = new JsonArray([.. examined.Explained.Select(open => new JsonObject { ["wire"] = open.Wire, ["why"] = open.Why, ["page"] = open.Page })]),
        ["settings"] = JsonNode.Parse(SettingsSection.Of(examined.Settings)),
    }.ToJsonString(Indented);

    /// <summary>The word for a state.</summary>
    /// <param name="state">The state.</param>
    /// <returns>The word.</returns>
    public static string StateText(FindingState state) => state switch
    {
        FindingState.AsExpected => "as expected",
        FindingState.Learned => "learned",
        FindingState.Differs => "differs",
        _ => "open",
    };

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
