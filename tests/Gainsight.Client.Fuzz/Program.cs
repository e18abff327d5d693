using System.CommandLine;
using Gainsight.Client.Fuzz;

var seconds = new Option<double>("--seconds") { Description = "How long to run, in seconds.", DefaultValueFactory = _ => 60 };
var seed = new Option<int>("--seed") { Description = "The seed of all cases.", DefaultValueFactory = _ => 1 };
var name = new Option<string?>("--target") { Description = $"Only this target: {string.Join(", ", FuzzTargets.All.Select(target => target.Name))}." };
var input = new Option<string?>("--case") { Description = "Runs one input of the target, as a failure printed it." };
var command = new RootCommand("Gives random input to the readers of the client, to the whole client and to the emulator.") { seconds, seed, name, input };
command.SetAction(async (parsed, _) =>
{
    var targets = FuzzTargets.All.Where(target => parsed.GetValue(name) is not { } only || target.Name == only).ToList();
    if (targets.Count == 0 || (parsed.GetValue(input) is not null && targets.Count > 1))
    {
        await Console.Error.WriteLineAsync("Name a target with --target. --help lists them.");
        return 2;
    }

    var run = new FuzzRun(targets, parsed.GetValue(seed), TimeSpan.FromSeconds(parsed.GetValue(seconds)));
    var isClean = parsed.GetValue(input) is { } text ? await run.RepeatAsync(Convert.FromBase64String(text)) : await run.RunAsync();
    return isClean ? 0 : 1;
});
return await command.Parse(args).InvokeAsync();
