using System.Globalization;
using Gainsight.Client;
using Spectre.Console;

namespace QuickStart;

/// <summary>Shows how much of the tenant's quota the run used.</summary>
internal static class CostTable
{
    public static void Show(QuotaSnapshot quota)
    {
        Screen.Heading("Quota used");
        var table = Screen.Table("Quota window", "Used", "Left", "Limit", "Opens again (UTC)");
        foreach (var window in quota.Windows.Where(window => window.Used > 0))
        {
            table.AddRow(
                window.Name,
                Number(window.Used),
                Number(window.Remaining),
                Number(window.Limit),
                window.ResetsAt.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        }

        AnsiConsole.Write(table);
    }

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
