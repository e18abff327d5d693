using System.Globalization;
using Gainsight.Client;
using Spectre.Console;

namespace QuickStart;

/// <summary>Shows how many rows had each outcome, and a short list of the rows that did not succeed.</summary>
internal static class OutcomeList
{
    private const int MostNamed = 20;

    public static void ShowCounts(IEnumerable<RowOutcome<Company>> rows) => AnsiConsole.MarkupLine(string.Join(
        ", ",
        rows.GroupBy(row => row.Status).OrderBy(group => group.Key).Select(group => Colored(group.Key, $"{group.Count()} {group.Key}"))));

    /// <summary>Names the rows that failed, with the reasons. Rows that are unknown or were not attempted have no fault of their own: they are only counted.</summary>
    public static void ShowFailures(string heading, IReadOnlyCollection<RowOutcome<Company>> rows)
    {
        List<RowOutcome<Company>> failures = [.. rows.Where(row => row.Status == RowStatus.Failed)];
        if (failures.Count > 0)
        {
            Screen.Heading(heading);
        }

        foreach (var row in failures.Take(MostNamed))
        {
            // The library counts from 0, people from 1.
            AnsiConsole.Write(new Markup($"Row {(row.Index + 1).ToString(CultureInfo.InvariantCulture)}, {Markup.Escape(row.Record.Name ?? "(no name)")}: {Colored(row.Status, row.Status.ToString())}\n"));
            foreach (var error in row.Errors)
            {
                Screen.Indented(Text(error));
            }
        }

        if (failures.Count > MostNamed)
        {
            Screen.Line($"... and {failures.Count - MostNamed} more.");
        }

        List<RowOutcome<Company>> unknown = [.. rows.Where(row => row.Status == RowStatus.Unknown)];
        if (unknown.Count > 0)
        {
            var reason = unknown[0].Errors is [var first, ..] ? first.Message : "";
            Screen.Line($"[yellow]{unknown.Count} rows are unknown[/]. {reason} Run again: an upsert finds what is there.");
        }

        var left = rows.Count(row => row.Status == RowStatus.NotAttempted);
        if (left > 0)
        {
            Screen.Line($"[yellow]{left} rows were not attempted[/]: nothing was sent for them, so run again to write them.");
        }
    }

    private static string Text(RecordError error)
    {
        var reason = error.Field is { } field ? $"{field}: {error.Message}" : error.Message;
        string[] details = [.. new[] { error.Code, error.InvalidValue }.OfType<string>()];
        return details.Length == 0 ? reason : $"{reason} ({string.Join(", ", details)})";
    }

    private static string Colored(RowStatus status, string text) => status switch
    {
        RowStatus.Failed => $"[red]{text}[/]",
        RowStatus.Unknown or RowStatus.NotAttempted => $"[yellow]{text}[/]",
        _ => $"[green]{text}[/]",
    };
}
