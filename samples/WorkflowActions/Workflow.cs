namespace WorkflowActions;

/// <summary>Runs actions and automations by name, and prints what they return, one line of JSON each.</summary>
internal sealed class Workflow(Func<string?, GainsightClient> tenants, TextWriter output)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
    public static Catalogue Catalogue { get; } =
        JsonSerializer.Deserialize<Catalogue>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "actions.json")), Json)!;
    /// <summary>Runs an action or an automation. The rows are what it returned, those that succeeded and those that did not.</summary>
    public async Task<(JsonArray Rows, bool Succeeded)> RunAsync(string name, string json, string? tenant, CancellationToken stop)
    {
        var input = JsonElement.Parse(json, new() { AllowDuplicateProperties = false });
        Catalogue.Check(name, input);
        var isDone = !Catalogue.Automations.TryGetValue(name, out var steps)
            || await RunStepsAsync(steps, new() { ["input"] = JsonNode.Parse(json) }, tenant, stop);
        var rows = steps is null ? await Actions.All[name](new(tenants(tenant), input), stop) : [];
        JsonArray results = [.. rows.Select(row => JsonSerializer.SerializeToNode(row, Json))];
        var empty = input.EnumerateObject().Where(it => it.Name is "records" or "ids" && it.Value.GetRawText().Replace(" ", "") == "[]");
        empty.ToList().ForEach(it => output.WriteLine($"  {it.Name} is empty: nothing was done."));
        results.ToList().ForEach(row => output.WriteLine($"  {row!.ToJsonString(Json)}"));
        return (results, isDone && results.All(row => row!["succeeded"]?.GetValue<bool>() != false));
    }
    /// <summary>Runs the steps until one fails or the work is cancelled. Those that clean up run always.</summary>
    private async Task<bool> RunStepsAsync(Catalogue.Step[] steps, JsonObject values, string? tenant, CancellationToken stop)
    {
        string? failed = null;
        foreach (var step in steps.Where(step => step.Always || failed is null))
        {
            (JsonArray rows, var succeeded) = ([], false);
            await output.WriteLineAsync(step.Do);
            try
            {
                var input = Regex.Replace(step.With.ToJsonString(), @"""\{([\w.]+)\}""", match => Find(values, match.Groups[1].Value));
                (rows, succeeded) = await RunAsync(step.Do, input, step.Tenant ?? tenant, step.Always ? default : stop);
            }
            catch (Exception it) when (it is ArgumentException or GainsightException or FormatException or OperationCanceledException)
            {
                await output.WriteLineAsync($"  {it.Message}");
            }
            failed = succeeded == step.Refused ? step.Do : failed;
            var gsids = rows.Select(row => row!["gsid"] ?? row["Gsid"]).Where(gsid => gsid is not null);
            values[step.As] = JsonSerializer.SerializeToNode(new { first = rows.FirstOrDefault(), last = rows.LastOrDefault(), gsids });
        }
        await output.WriteLineAsync(failed is null ? "Done." : $"Stopped at {failed}. The steps before it are done.");
        return failed is null;
    }
    private static string Find(JsonObject values, string path) =>
        path.Split('.').Aggregate((JsonNode?)values, (node, name) => node?[name])?.ToJsonString()
        ?? throw new ArgumentException($"There is no value {path}. Add it to the input, or look at the step that should have returned it.");
}
