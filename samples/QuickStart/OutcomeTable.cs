using System.Globalization;
using Gainsight.Client;
using Spectre.Console;

namespace QuickStart;

/// <summary>Shows the outcome of every row, and why the failed ones failed.</summary>
internal static class OutcomeTable
{
    public static void ShowCounts(IEnumerable<RowOutcome<Company>> rows) => AnsiConsole.MarkupLine(string.Join(
        ", ",
        rows.GroupBy(row => row.Status).OrderBy(group => group.Key).Select(group => Colored(group.Key, $"{group.Count()} {group.Key}"))));

    public static void Show(IReadOnlyList<RowOutcome<Company>> firstRun, IReadOnlyList<RowOutcome<Company>> secondRun)
    {
        Screen.Heading("Outcome of every row");
        var table = Screen.Table("Row", "Name", "First run", "Second run", "Code", "Field", "Reason");
        table.Columns[0].RightAligned();
        foreach (var row in firstRun)
        {
            var again = row.Index < secondRun.Count ? secondRun[(int)row.Index] : null;
            var errors = row.Errors.Count > 0 ? row.Errors : again?.Errors ?? [];
            table.AddRow(
                new Text(row.Index.ToString(CultureInfo.InvariantCulture)),
                new Text(row.Record.Name ?? "(no name)"),
                Status(row),
                again is null ? Text.Empty : Status(again),
                Lines(errors, error => error.Code),
                Lines(errors, error => error.Field),
                Lines(errors, error => error.InvalidValue is null ? error.Message : $"{error.Message} ({error.InvalidValue})"));
        }

        AnsiConsole.Write(table);
    }

    private static Markup Status(RowOutcome<Company> row) => new(Colored(row.Status, row.Status.ToString()));

    private static Text Lines(IEnumerable<RecordError> errors, Func<RecordError, string?> part) => new(string.Join('\n', errors.Select(part)));

    private static string Colored(RowStatus status, string text) => status switch
    {
        RowStatus.Failed => $"[red]{text}[/]",
        RowStatus.Unknown or RowStatus.NotAttempted => $"[yellow]{text}[/]",
        _ => $"[green]{text}[/]",
    };
}
