using System.Globalization;
using Spectre.Console;

namespace QuickStart;

/// <summary>Shows the rows of the query.</summary>
internal sealed class CustomerTable
{
    private readonly Table _table = Screen.Table("Customer", "ARR", "Renewal", "CSM");

    public CustomerTable() => _table.Columns[1].RightAligned();

    public void Add(string? name, decimal? arr, DateOnly? renewal, string? csm) => _table.AddRow(
        new Text(name ?? ""),
        new Text(arr?.ToString("N0", CultureInfo.InvariantCulture) ?? ""),
        new Text(renewal?.ToString("O", CultureInfo.InvariantCulture) ?? ""),
        new Text(csm ?? ""));

    public void Show() => AnsiConsole.Write(_table);
}
