using System.CommandLine;
using System.Globalization;
using Gainsight.Client.Soak;

if (args is ["worker", var address, var name, var path, var workerSeed, var until, var only])
{
    using var journal = new Journal(path);
    using var gainsight = Clients.Create(new Uri(address), Environment.GetEnvironmentVariable("GAINSIGHT_SOAK_KEY")!);
    await new Worker(
        gainsight,
        journal,
        name,
        int.Parse(workerSeed, CultureInfo.InvariantCulture),
        DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(until, CultureInfo.InvariantCulture)),
        Workloads.Named(only)).RunAsync();
    return 0;
}

var minutes = new Option<double>("--minutes") { Description = "How long the workers write, in minutes.", DefaultValueFactory = _ => 1 };
var processes = new Option<int>("--processes") { Description = "The number of client processes.", DefaultValueFactory = _ => 4 };
var seed = new Option<int>("--seed") { Description = "The seed of the workers and of the faults.", DefaultValueFactory = _ => 1 };
var rate = new Option<double>("--rate") { Description = "The percentage of requests that get a fault.", DefaultValueFactory = _ => 5 };
var late = new Option<double>("--late") { Description = "The percentage of writes that are carried out after their refusal.", DefaultValueFactory = _ => 3 };
var workload = new Option<string>("--workload") { Description = "The only workload, such as companies. All of them if it is left out.", DefaultValueFactory = _ => "" };
workload.AcceptOnlyFromAmong(["", .. Workloads.All.Select(each => each.Name)]);
var command = new RootCommand("Writes to the emulator from several processes, with faults and kills, and compares the tenant with what the clients told.") { minutes, processes, seed, rate, late, workload };
command.SetAction(async (parsed, _) =>
{
    var settings = new SoakSettings(
        TimeSpan.FromMinutes(parsed.GetValue(minutes)),
        parsed.GetValue(processes),
        parsed.GetValue(seed),
        parsed.GetValue(rate) / 100,
        parsed.GetValue(late) / 100,
        parsed.GetValue(workload)!);
    using var run = new SoakRun(settings);
    var result = await run.RunAsync();
    result.Print(Console.Out);
    return result.IsClean ? 0 : 1;
});
return await command.Parse(args).InvokeAsync();
