namespace WorkflowActions;

/// <summary>The file actions.json: what actions take, and which steps automations have.</summary>
internal sealed record Catalogue(Dictionary<string, Catalogue.Action> Actions,
    Dictionary<string, Catalogue.Argument> Arguments, Dictionary<string, Catalogue.Step[]> Automations)
{
    public string Describe(string name) => string.Join('\n', Takes(name).Select(argument =>
        $"  {argument.Key}: {TextOf(argument.Key)}{(argument.Value ? " (required)" : "")}").Prepend(Actions.GetValueOrDefault(name)?.Text
            ?? $"Steps: {string.Join(", ", Automations[name].Select(step => step.Do))}."));
    public bool IsRead(string name) => Actions.TryGetValue(name, out var action) && !action.Takes.Keys.Intersect(["records", "ids"]).Any();
    /// <summary>What an action takes, and whether it is required. An automation requires what its steps take from the input.</summary>
    public Dictionary<string, bool> Takes(string name) => Actions.TryGetValue(name, out var action) ? action.Takes
        : Automations[name].SelectMany(step => Regex.Matches(step.With.ToJsonString(), @"\{input\.(\w+)\}"))
            .Select(use => use.Groups[1].Value).Distinct().ToDictionary(argument => argument, _ => true);
    private string TextOf(string argument) => Arguments.GetValueOrDefault(argument)?.Text ?? "a text or a number";
    /// <summary>Checks the arguments, and names every problem.</summary>
    public void Check(string name, JsonElement input)
    {
        (var takes, var isObject) = (Takes(name), input.ValueKind == JsonValueKind.Object);
        var given = (isObject ? input.EnumerateObject() : default).ToDictionary(it => it.Name, it => it.Value);
        string[] problems =
        [
            .. takes.Where(it => it.Value && !given.ContainsKey(it.Key)).Select(it => $"{it.Key} is missing."),
            .. given.Keys.Except(takes.Keys).Select(argument => $"{argument} is not an argument: remove it."),
            .. given.Where(it => takes.ContainsKey(it.Key) && Arguments.TryGetValue(it.Key, out var argument)
                    && !(argument.Kinds.Contains(it.Value.ValueKind) && argument.Values?.Contains($"{it.Value}") != false
                        && (!argument.HasNames || AreNames(it.Value))))
                .Select(it => $"{it.Key} must be {TextOf(it.Key)}."),
        ];
        if (problems.Length > 0 || !isObject)
        {
            problems = isObject ? problems : [$"The JSON is of the kind {input.ValueKind}.", .. problems];
            throw new ArgumentException($"{name} takes an object with its arguments. {string.Join(' ', problems)}\n{Describe(name)}");
        }
    }
    /// <summary>Whether each text in the JSON, and between its commas, is the name of something.</summary>
    private static bool AreNames(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => !json.GetString()!.Split(',').Any(string.IsNullOrWhiteSpace),
        JsonValueKind.Array => json.EnumerateArray().All(AreNames),
        JsonValueKind.Object => json.EnumerateObject().All(pair => !string.IsNullOrWhiteSpace(pair.Name) && AreNames(pair.Value)),
        _ => false,
    };
    internal sealed record Action(string Text, Dictionary<string, bool> Takes);
    internal sealed record Argument(string Text, JsonValueKind[] Kinds, string[]? Values = null, bool HasNames = false);
    internal sealed record Step(string Do, JsonNode With, string As = "", string? Tenant = null, bool Refused = false, bool Always = false);
}
