using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Gainsight.Client.Simulation;

if (args is ["worker", var address, var settings, var connection, var calls, var skew])
{
    await ProcessWorker.RunAsync(
        new(address),
        Environment.GetEnvironmentVariable(ProcessRun.KeyVariable)!,
        JsonSerializer.Deserialize<ProcessSettings>(settings)!,
        connection,
        int.Parse(calls, CultureInfo.InvariantCulture),
        double.Parse(skew, CultureInfo.InvariantCulture));
    return 0;
}

var hosts = Number("--hosts", "The number of hosts.", 200, 1, 2_000);
var tenants = Number("--tenants", "The number of tenants.", 50, 1, 1_000);
var seed = Number("--seed", "The seed of clocks, latency, loss and interactive calls.", 1, 0, int.MaxValue);
var minutes = Number("--minutes", "The number of minutes that are simulated.", 15, 4, 1_440);
var partition = new Option<bool>("--partition") { Description = "A tenth of the hosts cannot reach the store in the second third of the time." };
RootCommand command = new("Simulates hosts that share the quotas of tenants, with the ledger of the SDK on a virtual clock.") { hosts, tenants, seed, minutes, partition };
command.SetAction(parsed =>
{
    using ScaleRun run = new(new(parsed.GetValue(hosts), parsed.GetValue(tenants), parsed.GetValue(seed), parsed.GetValue(minutes), parsed.GetValue(partition)));
    var result = run.Run();
    result.Print(Console.Out);
    return result.IsGood ? 0 : 1;
});
Option<StoreKind> store = new("--store") { Description = "The server, which the program starts: Redis, DurableRedis or PostgreSql. Default: Redis.", DefaultValueFactory = _ => StoreKind.Redis };
var processes = Number("--processes", "The number of processes.", 4, 1, 64);
var total = Number("--calls", "The number of calls of all processes together.", 1_000, 1, 1_000_000);
var window = Number("--window", "The length of a window of a hundred calls, in seconds.", 60, 5, 3_600);
var skewed = Number("--skew", "The largest difference between the clocks of processes and store, in seconds.", 0, 0, 3);
var away = Number("--server-away", "Kills the server in the second window, and starts it again after this number of seconds.", 0, 0, 60);
Option<bool> interactive = new("--interactive") { Description = "Makes single calls, not lists." };
Option<bool> leave = new("--leave") { Description = "Ends half of the processes in the second window, before the server is killed." };
Option<bool> kill = new("--kill-process") { Description = "Kills the first process in the second window." };
Command run = new("processes", "Lets processes share a quota in a real server, and counts the calls that arrive.") { store, processes, total, window, skewed, away, leave, interactive, kill };
run.SetAction(async (parsed, _) =>
{
    var result = await ProcessRun.RunAsync(new()
    {
        Store = parsed.GetValue(store),
        Processes = parsed.GetValue(processes),
        Calls = parsed.GetValue(total),
        WindowSeconds = parsed.GetValue(window),
        SkewSeconds = parsed.GetValue(skewed),
        ServerAwaySeconds = parsed.GetValue(away),
        Leave = parsed.GetValue(leave),
        Interactive = parsed.GetValue(interactive),
        KillProcess = parsed.GetValue(kill),
    });
    result.Print(Console.Out);
    return result.IsOver ? 1 : 0;
});
Command load = new("load", "Measures how many requests for permits a server answers in a second.") { store, tenants };
load.SetAction(async (parsed, _) =>
{
    var rate = await LoadRun.RunAsync(parsed.GetValue(store), parsed.GetValue(tenants), TimeSpan.FromSeconds(10));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rate:0} requests a second"));
});
command.Add(run);
command.Add(load);
return await command.Parse(args).InvokeAsync();

static Option<int> Number(string name, string description, int value, int least, int most)
{
    Option<int> option = new(name)
    {
        Description = $"{description} Default: {value}.",
        DefaultValueFactory = _ => value,
        CustomParser = result =>
        {
            var text = result.Tokens is [var token] ? token.Value : "";
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            {
                return number;
            }

            result.AddError($"{name} is '{text}'. Give a whole number from {least} to {most}.");
            return 0;
        },
    };
    return option;
}
