using System.Text.Json;
using Gainsight.Client.Mutation;

// The runtime settings of the SDK's tests, with which a process for tests runs, switch this off.
AppContext.SetSwitch("System.Text.Json.JsonSerializer.IsReflectionEnabledByDefault", isEnabled: true);

switch (args)
{
    case ["cover", var assembly, var pattern, var result]:
        using (TestHost host = new(assembly, pattern))
        {
            host.Cover(result);
        }

        break;
    case ["run", var assembly, var pattern, var plan]:
        using (TestHost host = new(assembly, pattern))
        {
            host.Run(Read(plan));
        }

        break;
    case ["run-alone", var assembly, var pattern, var plan]:
        using (TestHost host = new(assembly, pattern, Read(plan)[0]))
        {
            host.RunAlone();
        }

        break;
    case [var report, var sdk, var part, var output, .. var rest] when rest.Length <= 1:
        new MutationRun(Part.Read(part), report, sdk, output, rest.FirstOrDefault() ?? string.Empty).Run();
        break;
    default:
        Console.Error.WriteLine("Use tests/mutate.sh.");
        return 2;
}

return 0;

static List<PlannedChange> Read(string plan) => JsonSerializer.Deserialize<List<PlannedChange>>(File.ReadAllText(plan))!;
