using System.Globalization;
using Spectre.Console;

namespace QuickStart;

/// <summary>The common parts of the output, on a terminal and in a log.</summary>
internal static class Screen
{
    private const int LogWidth = 160;

    public static void Prepare()
    {
        if (Console.IsOutputRedirected)
        {
            // A log has no width, and the default of 80 columns would break table cells. It also shows no colours or moving bars.
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
