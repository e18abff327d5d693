using Spectre.Console;

namespace ManyWorkers;

/// <summary>Shows who spent what: a live table on a terminal, plain lines in a log.</summary>
internal sealed class Board(TenantServer tenant)
{
    public const int Workers = 4;

    private readonly int[] _spent = new int[Workers];

    public bool Failed { get; set; }

    /// <summary>Counts a call of a worker.</summary>
    public void Count(int worker) => Interlocked.Increment(ref _spent[worker]);

    public async Task ShowAsync(Task work, CancellationToken cancellationToken)
    {
        if (Console.IsOutputRedirected)
        {
            await ShowLinesAsync(work, cancellationToken);
            return;
        }

        await AnsiConsole.Live(Table()).StartAsync(async live =>
        {
            while (await Task.WhenAny(work, Task.Delay(200, cancellationToken)) != work)
            {
                cancellationToken.ThrowIfCancellationRequested();
                live.UpdateTarget(Table());
            }

            await work;
            live.UpdateTarget(Table());
        });
    }

    /// <summary>Says how the windows were used. Returns the exit code: 1 when a call was refused or a window was over.</summary>
    public int Conclude()
    {
        var windows = tenant.Windows.OrderBy(window => window.Key).Select(window => window.Value).ToArray();
        var length = Worker.Window.TotalSeconds;
        Console.WriteLine($"Calls in each window of {length:0} seconds (limit {Worker.Limit}): {string.Join(", ", windows)}");
        Console.WriteLine($"Refused: {tenant.Refused}. Windows over the limit: {windows.Count(calls => calls > Worker.Limit)}.");
        return Failed || tenant.Refused > 0 || windows.Any(calls => calls > Worker.Limit) ? 1 : 0;
    }

    private async Task ShowLinesAsync(Task work, CancellationToken cancellationToken)
    {
        var last = "";
        bool isDone;
        do
        {
            isDone = await Task.WhenAny(work, Task.Delay(1_000, cancellationToken)) == work;
            cancellationToken.ThrowIfCancellationRequested();
            var line = string.Join(", ", _spent.Select((calls, worker) => $"worker {worker + 1}: {calls}"));
            if (line != last)
            {
                Console.WriteLine(last = line);
            }
        }
        while (!isDone);
        await work;
    }

    private Table Table()
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Worker", "Calls");
        for (var worker = 0; worker < Workers; worker++)
        {
            table.AddRow($"{worker + 1}", $"{_spent[worker]}");
        }

        return table.AddRow("all", $"{_spent.Sum()}");
    }
}
