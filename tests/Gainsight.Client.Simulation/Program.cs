using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Gainsight.Client.Simulation;

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
