namespace WorkflowActions;

/// <summary>The file actions.json: what actions take, and which steps automations have.</summary>
internal sealed record Catalogue(Dictionary<string, Catalogue.Action> Actions,
    Dictionary<string, Catalogue.Argument> Arguments, Dictionary<string, Catalogue.Step[]> Automations)
{
    public string Describe(string action) => string.Join('\n', Actions[action].Takes.Select(argument =>
        $"  {argument.Key}: {Arguments[argument.Key].Text}{(argument.Value ? " (required)" : "")}").Prepend(Actions[action].Text));

    public bool IsRead(string name) => Actions.TryGetValue(name, out var action) && !action.Takes.Keys.Intersect(["records", "ids"]).Any();

    /// <summary>Checks the arguments, and names every problem.</summary>
    public void Check(string action, JsonElement input)
    {
        (var takes, var isObject) = (Actions[action].Takes, input.ValueKind == JsonValueKind.Object);
        var given = (isObject ? input.EnumerateObject() : default).ToDictionary(it => it.Name, it => it.Value.ValueKind);
        string[] problems =
        [
            .. takes.Where(it => it.Value && !given.ContainsKey(it.Key)).Select(it => $"{it.Key} is missing."),
            .. given.Keys.Except(takes.Keys).Select(name => $"{name} is not an argument: remove it."),
            .. given.Where(it => takes.ContainsKey(it.Key) && !Arguments[it.Key].Kinds.Contains(it.Value))
                .Select(it => $"{it.Key} must be {Arguments[it.Key].Text}."),
        ];
        if (problems.Length > 0 || !isObject)
        {
            throw new ArgumentException($"{action} takes an object with its arguments. {string.Join(' ', problems)}\n{Describe(action)}");
        }
    }

    internal sealed record Action(string Text, Dictionary<string, bool> Takes);
    internal sealed record Argument(string Text, JsonValueKind[] Kinds);
    internal sealed record Step(string Do, JsonNode With, string As = "", string? Tenant = null, bool Refused = false, bool Always = false);
}
