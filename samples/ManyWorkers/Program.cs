using System.Diagnostics;
using Gainsight.Client;
using ManyWorkers;

// Four workers share the quota of one tenant. With ConnectionStrings__redis or ConnectionStrings__postgres they are processes that count in that server.
// Without them they are four hosts in this process, because a store in memory cannot span processes.
if (args is ["worker", var address, var key])
{
    await using var worker = new Worker(new Uri(address), key, Stores.OfEnvironment() ?? throw new InvalidOperationException("A worker process needs a store."));
    await worker.RunAsync(static () => Console.WriteLine("call"), CancellationToken.None);
    return 0;
}

if (args.Length > 0)
{
    await Console.Error.WriteLineAsync("Usage: dotnet run --project samples/ManyWorkers. Set ConnectionStrings__redis or ConnectionStrings__postgres to share the quota of processes.");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) => (pressed.Cancel, _) = (!stop.IsCancellationRequested, stop.CancelAsync());
try
{
    await using var tenant = await TenantServer.StartAsync();
    var (store, shared) = (Stores.Name, new InMemoryQuotaStore());
    Console.WriteLine(store is null
        ? "No server is given, so four hosts in this process share a store in memory."
        : $"Four processes share the quota of a tenant in {store}.");
    var board = new Board(tenant);
    var work = Enumerable.Range(0, Board.Workers).Select(number => store is null ? InProcessAsync(number) : ProcessAsync(number)).ToArray();
    await board.ShowAsync(Task.WhenAll(work), stop.Token);
    return board.Conclude();

    async Task InProcessAsync(int number)
    {
        await using var worker = new Worker(tenant.Address, tenant.AccessKey, new Stores.HostView(shared));
        await worker.RunAsync(() => board.Count(number), stop.Token);
    }

    async Task ProcessAsync(int number)
    {
        string[] arguments = [typeof(Worker).Assembly.Location, "worker", $"{tenant.Address}", tenant.AccessKey];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        await using var ending = stop.Token.Register(process.Kill);
        while (await process.StandardOutput.ReadLineAsync() is not null)
        {
            board.Count(number);
        }

        await process.WaitForExitAsync();
        board.Failed |= process.ExitCode != 0;
    }
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync("Cancelled.");
    return 3;
}
