return await SampleTenants.RunAsync(async (configuration, stop) =>
{
    using var tenants = new SampleTenants(configuration, "acme", "globex");
    (var actions, var automations) = (Workflow.Catalogue.Actions, Workflow.Catalogue.Automations);
    string[] command = [.. args.Where(argument => argument != "--yes")];
    bool IsKnown(string name) => actions.ContainsKey(name) || automations.ContainsKey(name);
    (var tenant, command) = command is [.., "--tenant", var name] ? (name, command[..^2]) : (null, command);
    switch (command)
    {
        case ["list"]:
            Console.WriteLine(string.Join('\n', actions.Select(each => $"{each.Key}: {each.Value.Text}").Concat(automations.Keys)));
            return true;
        case ["describe", var action] when IsKnown(action):
            var takesRecords = Workflow.Catalogue.Takes(action).ContainsKey("records");
            var fields = takesRecords ? await Actions.All[action](new(tenants.Client(tenant), default), stop) : [];
            Console.WriteLine(string.Join('\n', fields.Prepend(Workflow.Catalogue.Describe(action))));
            return true;
        case [var action, var json] when IsKnown(action):
            return (Workflow.Catalogue.IsRead(action) || tenants.MayWrite(args))
                && await new Workflow(tenants.Client, Console.Out).RunAsync(action, json, tenant, stop) is (_, true);
        case []:
            var all = tenants.Emulators.Count > 0 ? "demonstration" : "demonstration-on-a-tenant";
            return tenants.MayWrite(args) && await new Workflow(tenants.Client, Console.Out).RunAsync(all, "{}", tenant, stop) is (_, true);
        case [var action, ..] when IsKnown(action):
            throw new ArgumentException($"{action} takes JSON, in quotes, such as '{{}}'.\n{Workflow.Catalogue.Describe(action)}");
        default:
            var wrong = command is ["describe", var it, ..] ? $"describe {it}" : command[0];
            throw new ArgumentException($"'{wrong}' is none of list, describe NAME and NAME JSON, with a NAME that list prints."
                + " --tenant NAME or --yes may follow.");
    }
});
