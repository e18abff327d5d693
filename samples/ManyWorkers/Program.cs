using System.Diagnostics;
using Gainsight.Client;
using ManyWorkers;

// Four workers share the quota of one tenant. With ConnectionStrings__redis or ConnectionStrings__postgres they are processes
// that count in that server. Without them they are four hosts in this process: a store in memory cannot span processes.
const string KeyVariable = "MANYWORKERS_ACCESSKEY";
if (args is ["worker", var address] && Environment.GetEnvironmentVariable(KeyVariable) is { } key && Stores.OfEnvironment() is { } store)
{
    await using var worker = new Worker(new Uri(address), key, store);
    await worker.RunAsync(static () => Console.WriteLine("call"), CancellationToken.None);
    return 0;
}

if (args.Length > 0)
{
    await Console.Error.WriteLineAsync(
        "Usage: dotnet run --project samples/ManyWorkers. "
        + "Set ConnectionStrings__redis or ConnectionStrings__postgres to share the quota of processes.");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) => (pressed.Cancel, _) = (!stop.IsCancellationRequested, stop.CancelAsync());
try
{
    var shared = new InMemoryQuotaStore();
    Stores.Check();
    await using var tenant = await TenantServer.StartAsync();
    Console.WriteLine(Stores.Name is { } server
        ? $"Four processes share the quota of a tenant in {server}."
        : "No server is given, so four hosts in this process share a store in memory.");
    var board = new Board(tenant);
    var work = Enumerable.Range(0, Board.Workers).Select(number => Stores.Name is null ? InProcessAsync(number) : ProcessAsync(number));
    await board.ShowAsync(Task.WhenAll(work.ToArray()), stop.Token);
    return board.Conclude();

    async Task InProcessAsync(int number)
    {
        await using var worker = new Worker(tenant.Address, tenant.AccessKey, new Stores.HostView(shared));
        await worker.RunAsync(() => board.Count(number), stop.Token);
    }

    async Task ProcessAsync(int number)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Worker).Assembly.Location, "worker", $"{tenant.Address}"])
        {
            RedirectStandardOutput = true,
            Environment = { [KeyVariable] = tenant.AccessKey },
        };
        using var process = Process.Start(start)!;
        await using var ending = stop.Token.Register(process.Kill);
        while (await process.StandardOutput.ReadLineAsync() is not null)
        {
            board.Count(number);
        }

        await process.WaitForExitAsync();
        board.Failed |= process.ExitCode != 0;
    }
}
catch (ArgumentException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 2;
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync("Cancelled.");
    return 3;
}
