namespace WorkflowActions;

/// <summary>Runs actions and automations by name, and prints what they return, one line of JSON each.</summary>
internal sealed class Workflow(Func<string?, GainsightClient> tenants, TextWriter output)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
    public static Catalogue Catalogue { get; } =
        JsonSerializer.Deserialize<Catalogue>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "actions.json")), Json)!;

    /// <summary>Runs an action or an automation. The result is what it returned, or null when it did not succeed.</summary>
    public async Task<JsonArray?> RunAsync(string name, string json, string? tenant, CancellationToken stop)
    {
        if (Catalogue.Automations.TryGetValue(name, out var steps))
        {
            return await RunStepsAsync(steps, new JsonObject { ["input"] = JsonNode.Parse(json) }, tenant, stop);
        }

        var input = JsonElement.Parse(json);
        Catalogue.Check(name, input);
        var rows = await Actions.All[name](new(tenants(tenant), input), stop);
        JsonArray results = [.. rows.Select(row => JsonSerializer.SerializeToNode(row, Json))];
        results.ToList().ForEach(row => output.WriteLine($"  {row!.ToJsonString(Json)}"));
        return results.Any(row => row!["succeeded"]?.GetValue<bool>() == false) ? null : results;
    }

    private async Task<JsonArray?> RunStepsAsync(Catalogue.Step[] steps, JsonObject values, string? tenant, CancellationToken stop)
    {
        string? failed = null;
        foreach (var step in steps.Where(step => step.Always || failed is null))
        {
            JsonArray? rows = null;
            await output.WriteLineAsync(step.Do);
            try
            {
                var input = Regex.Replace(step.With.ToJsonString(), @"""\{([\w.]+)\}""", match => Find(values, match.Groups[1].Value));
                rows = await RunAsync(step.Do, input, step.Tenant ?? tenant, stop);
            }
            catch (Exception problem) when (problem is ArgumentException or GainsightException or FormatException)
            {
                await output.WriteLineAsync($"  {problem.Message}");
            }

            failed = (rows is null) == step.Refused ? failed : step.Do;
            var gsids = rows?.Select(row => row!["gsid"] ?? row["Gsid"]);
            values[step.As] = JsonSerializer.SerializeToNode(new { first = rows?.FirstOrDefault(), last = rows?.LastOrDefault(), gsids });
        }

        await output.WriteLineAsync(failed is null ? "Done." : $"Stopped at {failed}. The steps before it are done.");
        return failed is null ? [] : null;
    }

    private static string Find(JsonObject values, string path) =>
        path.Split('.').Aggregate((JsonNode?)values, (node, name) => node?[name])?.ToJsonString()
        ?? throw new ArgumentException($"There is no value {path}. Add it to the input, or look at the step that should have returned it.");
}
