namespace Gainsight.Client.Hosting.Tests.Jobs;

/// <summary>The rows of an object of the settings.</summary>
public sealed class ObjectRowsTests : IDisposable
{
    private readonly JobsHost _host = new();

    public ObjectRowsTests()
    {
        _host.Settings["Jobs:read:Object"] = "Company";
        _host.Settings["Jobs:read:Fields:customer"] = "Name";
        _host.Settings["Jobs:read:Fields:stage"] = "Stage";
    }

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Changes_have_the_names_of_the_application_and_labels_and_only_changes_are_read()
    {
        var companies = _host.Emulator.Object("Company");
        var acme = companies.Insert(("Name", "Acme"), ("Stage", "New Customer"));
        companies.Insert(("Name", "Globex"));
        await _host.CommandAsync("run read --yes");
        companies.Update(acme, ("Stage", "Launched"));
        await _host.CommandAsync("run read --yes");
        companies.Delete(acme);
        (_, var output) = await _host.CommandAsync("run read --yes");

        _host.Said.Where(said => said.StartsWith("read: ", StringComparison.Ordinal)).Should().BeEquivalentTo(
        [
            "read: Created:  -> customer=Acme, stage=New Customer", "read: Created:  -> customer=Globex",
            "read: Updated: customer=Acme, stage=New Customer -> customer=Acme, stage=Launched",
            "read: Deleted: customer=Acme, stage=Launched -> ",
        ]);
        output.Should().MatchRegex(@"read +Completed +\S+ \S+ +1 ");
    }

    [Fact]
    public async Task A_filter_of_the_settings_chooses_the_rows()
    {
        _host.Settings["Jobs:read:Where"] = """{ "conditions": [ { "name": "Name", "alias": "A", "operator": "EQ", "value": ["Acme"] } ], "expression": "A" }""";
        _host.Emulator.Object("Company").Insert(("Name", "Acme"));
        _host.Emulator.Object("Company").Insert(("Name", "Globex"));

        (await _host.CommandAsync("run read --yes")).Output.Should().MatchRegex(@"read +Completed +\S+ \S+ +1 ");
    }

    [Fact]
    public async Task Rows_find_their_company_by_GSID_or_else_by_the_fallback_and_a_row_without_one_is_tried_again()
    {
        var acme = _host.Emulator.Object("Company").Insert(("Name", "Acme"));
        var globex = _host.Emulator.Object("Company").Insert(("Name", "Globex"));
        var surveys = _host.Emulator.Object("call_to_action");
        surveys.Insert(("Name", "one"), ("CompanyId", acme), ("Comments", "Globex"));
        surveys.Insert(("Name", "two"), ("Comments", "Globex"));
        surveys.Insert(("Name", "three"), ("Comments", "Initech"));
        _host.Settings["Jobs:read:Object"] = "call_to_action";
        _host.Settings.Remove("Jobs:read:Fields:stage");
        (_host.Settings["Jobs:read:Match:Field"], _host.Settings["Jobs:read:Match:Fallback"]) = ("CompanyId", "Comments");

        (_, var output) = await _host.CommandAsync("run read --yes");
        _host.Said.Should().Contain([$"read: customer=one is of {acme}", $"read: customer=two is of {globex}"]);
        _host.Said.Should().NotContain(said => said.StartsWith("read: customer=three is of", StringComparison.Ordinal));
        output.Should().MatchRegex(@"call_to_action \S+: no company\. CompanyId is empty, and Comments finds no single company by Name\. It is tried again");

        var initech = _host.Emulator.Object("Company").Insert(("Name", "Initech"));
        (_, output) = await _host.CommandAsync("run read --yes");
        _host.Said.Should().Contain($"read: customer=three is of {initech}");
        output.Should().NotContain("no company");
    }

    [Fact]
    public async Task A_limited_pull_leaves_the_rest_to_the_next_run()
    {
        foreach (var name in (string[])["a", "b", "c"])
        {
            _host.Emulator.Object("Company").Insert(("Name", name));
        }

        _host.Emulator.ClockOffset += ChangesClient.SettleTime * 2;
        await using var app = _host.Build();
        var gainsight = (GainsightClient)app.Services.GetService(typeof(GainsightClient))!;
        using var runner = new JobRunner(_host.Folder);
        var pulled = new List<(bool IsFirst, int Changes, int Rows)>();
        runner.Add("pull", async (run, stop) =>
        {
            using var rows = new ObjectRows(run, new() { Object = "Company", Fields = new Dictionary<string, string> { ["name"] = "Name" } });
            pulled.Add((rows.IsFirst, await rows.PullAsync(gainsight, 2, stop), rows.Rows.Count()));
        });

        (await runner.RunAsync("pull")).Rows.Should().Be(2);
        (await runner.RunAsync("pull")).Rows.Should().Be(1);
        pulled.Should().Equal((true, 2, 2), (false, 1, 3));
    }
}
