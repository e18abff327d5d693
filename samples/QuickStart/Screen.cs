using System.Globalization;
using Spectre.Console;

namespace QuickStart;

/// <summary>What the output has in common, on a terminal and in a log.</summary>
internal static class Screen
{
    private const int LogWidth = 160;

    public static void Prepare()
    {
        if (Console.IsOutputRedirected)
        {
            // A log has no width of its own, and 80 columns would break the tables' cells. Nor does it take colours or a moving bar.
            AnsiConsole.Profile.Width = LogWidth;
            AnsiConsole.Profile.Capabilities.Ansi = false;
            AnsiConsole.Profile.Capabilities.Interactive = false;
            AnsiConsole.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
        }
    }

    public static void Heading(string text)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.MarkupLineInterpolated($"[bold]{text}[/]");
    }

    public static void Line(FormattableString text) => AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, text);

    public static Table Table(params string[] columns)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in columns)
        {
            table.AddColumn(column);
        }

        return table;
    }
}
