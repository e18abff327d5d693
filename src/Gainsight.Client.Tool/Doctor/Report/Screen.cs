using System.Globalization;
using Spectre.Console;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>The result on the terminal.</summary>
internal static class Screen
{
    /// <summary>Writes the result.</summary>
    /// <param name="host">The surroundings.</param>
    /// <param name="examined">The result.</param>
    public static void Write(ToolHost host, Examined examined)
    {
        var console = host.OutputConsole;
        var table = new Table { Border = TableBorder.Ascii2, ShowRowSeparators = false, Expand = false };
        _ = table.AddColumns("Fact", "Expected", "Found", "Confidence");
        foreach ((var fact, var finding) in examined.Facts.Where(one => one.Finding.State != FindingState.Open))
        {
            var found = finding.State == FindingState.Differs ? $"! {finding.Found}" : finding.Found;
            _ = table.AddRow(new Text(fact.Name), new Text(fact.Expected), new Text(found), new Text(finding.Confidence));
        }

        console.Write(table);
        List(host, "Open: reads can settle these in another state of the tenant", examined.Of(FindingState.Open).Select(one => $"{one.Fact.Name}: {one.Finding.Found}. {one.Fact.Page}"));
        List(host, examined.Trial is null ? "Open: reads cannot settle these" : "Open: this examination cannot settle these", examined.Explained.GroupBy(open => (open.Why, open.Page)).Select(
            group => $"{char.ToUpperInvariant(group.Key.Why[0])}{group.Key.Why[1..]} ({group.Key.Page}): {string.Join("; ", group.Select(open => open.Wire))}."));
        List(host, "What it means", examined.Facts.Where(one => one.Finding.Meaning.Length > 0)
            .OrderBy(one => one.Finding.State == FindingState.Differs ? 0 : 1).Select(one => $"{one.Fact.Name}: {one.Finding.Found}. {one.Finding.Meaning}"));
        if (examined.Settings.Any())
        {
            host.Output.WriteLine();
            host.Output.WriteLine("Settings that fit this tenant, for appsettings.json or the profile:");
            host.Output.WriteLine(SettingsSection.Of(examined.Settings));
        }

        host.Output.WriteLine();
        host.Output.WriteLine(Summary(examined));
    }

    private static void List(ToolHost host, string title, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        if (all.Length == 0)
        {
            return;
        }

        host.Output.WriteLine();
        host.Output.WriteLine($"{title}:");
        foreach (var line in all)
        {
            host.OutputConsole.Write(new Padder(new Text($"- {line}"), new Padding(0, 0, 0, 0)));
        }
    }

    private static string Summary(Examined examined)
    {
        var counts = string.Create(
            CultureInfo.InvariantCulture,
            $"{examined.Of(FindingState.AsExpected).Count()} facts as expected, {examined.Of(FindingState.Learned).Count()} learned, {examined.Differing.Count()} differ (!), {examined.Of(FindingState.Open).Count() + examined.Explained.Count} open.\n{examined.Calls} calls, {examined.Trial?.Summary ?? "nothing was written."}");
        return examined.TypicalTime >= TimeSpan.FromSeconds(2)
            ? string.Create(CultureInfo.InvariantCulture, $"{counts}\nThe tenant is slow: an answer typically took {examined.TypicalTime.TotalSeconds:0.0} s. Use smaller pages (ReadOptions.PageSize) and a longer AttemptTimeout.")
            : counts;
    }
}
