return await SampleTenants.RunAsync(async (configuration, stop) =>
{
    using var tenants = new SampleTenants(configuration, "acme", "globex");
    (var actions, var automations) = (Workflow.Catalogue.Actions, Workflow.Catalogue.Automations);
    string[] command = [.. args.Where(argument => argument != "--yes")];
    (var tenant, command) = command is [.., "--tenant", var name] ? (name, command[..^2]) : (null, command);
    switch (command)
    {
        case ["list"]:
            Console.WriteLine(string.Join('\n', actions.Select(each => $"{each.Key}: {each.Value.Text}").Concat(automations.Keys)));
            return true;
        case ["describe", var action] when actions.ContainsKey(action) || automations.ContainsKey(action):
            var takesRecords = Workflow.Catalogue.Takes(action).ContainsKey("records");
            var fields = takesRecords ? await Actions.All[action](new(tenants.Client(tenant), default), stop) : [];
            Console.WriteLine(string.Join('\n', fields.Prepend(Workflow.Catalogue.Describe(action))));
            return true;
        case [var action, var json] when actions.ContainsKey(action) || automations.ContainsKey(action):
            return (Workflow.Catalogue.IsRead(action) || tenants.MayWrite(args))
                && await new Workflow(tenants.Client, Console.Out).RunAsync(action, json, tenant, stop) is (_, true);
        case []:
            var all = tenants.Emulators.Count > 0 ? "demonstration" : "demonstration-on-a-tenant";
            return tenants.MayWrite(args) && await new Workflow(tenants.Client, Console.Out).RunAsync(all, "{}", tenant, stop) is (_, true);
        default:
            throw new ArgumentException($"'{command[0]}' is no command. Use list, describe NAME or NAME JSON, and --tenant NAME or --yes.");
    }
});
