using System.Globalization;
using Spectre.Console;

namespace QuickStart;

/// <summary>The common parts of the output, on a terminal and in a log.</summary>
internal static class Screen
{
    private const int LogWidth = 80;

    public static void Prepare()
    {
        if (Console.IsOutputRedirected)
        {
            // A log has no width of its own. It also shows no colours or moving bars.
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

    /// <summary>Writes a text that may have more than one line, each of them indented.</summary>
    public static void Indented(string text) => AnsiConsole.Write(new Padder(new Text(text), new Padding(2, 0, 0, 0)));

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
