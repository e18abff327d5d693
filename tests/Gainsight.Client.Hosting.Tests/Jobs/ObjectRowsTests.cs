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

    [Theory]
    [InlineData("Where", """{ "conditions": [ { "name": "Name", "alias": "A", "operator": "EQ", "value": ["Acme"] } ], "expression": "A" }""")]
    [InlineData("Key", "Name")]
    [InlineData("ModifiedDate", "CreatedDate")]
    public async Task Another_filter_key_or_date_is_told_with_the_file_to_delete_and_then_everything_is_read_again(string setting, string value)
    {
        _host.Emulator.Object("Company").Insert(("Name", "Acme"));
        await _host.CommandAsync("run read --yes");
        _host.Settings[$"Jobs:read:{setting}"] = value;
        var file = Path.Combine(_host.Folder, "read.Company.jsonl");

        (var code, var output) = await _host.CommandAsync("run read --yes");

        code.Should().Be(1);
        output.Should().Contain($"Jobs:read: The rows in {file} were read with another Where, Key or ModifiedDate, or from another tenant. "
            + "Undo that change, or delete the file: the next run then reads everything again.").And.NotContain("checkpoint").And.NotContain("(Parameter");
        File.Delete(file);
        (await _host.CommandAsync("run read --yes")).Output.Should().MatchRegex(@"read +Completed +\S+ \S+ +1 ");
    }

    [Fact]
    public async Task Rows_of_another_tenant_are_told_with_the_file_to_delete()
    {
        _host.Emulator.Object("Company").Insert(("Name", "Acme"));
        await _host.CommandAsync("run read --yes");
        var file = Path.Combine(_host.Folder, "read.Company.jsonl");
        using var other = new JobsHost { Settings = { ["Jobs:read:Object"] = "Company", ["Jobs:read:Fields:customer"] = "Name", ["Jobs:read:Fields:stage"] = "Stage" } };
        File.Copy(file, Path.Combine(other.Folder, "read.Company.jsonl"));

        (var code, var output) = await other.CommandAsync("run read --yes");

        code.Should().Be(1);
        output.Should().Contain("or from another tenant. Undo that change, or delete the file");
    }

    [Fact]
    public async Task A_field_that_is_added_to_the_settings_is_unknown_in_the_former_row_and_an_empty_one_is_not()
    {
        var companies = _host.Emulator.Object("Company");
        var acme = companies.Insert(("Name", "Acme"));
        var unknown = new List<IEnumerable<string>>();
        using var runner = new JobRunner(_host.Folder);
        await using var app = _host.Build();
        var gainsight = (GainsightClient)app.Services.GetService(typeof(GainsightClient))!;
        var fields = new Dictionary<string, string> { ["name"] = "Name", ["stage"] = "Stage" };
        runner.Add("read", async (run, stop) =>
        {
            using var rows = new ObjectRows(run, new() { Object = "Company", Fields = fields });
            await foreach (var change in rows.UpdateAsync(gainsight, stop))
            {
                unknown.Add(change.UnknownBefore);
            }

            await rows.SaveAsync(stop);
        });

        async Task RunAsync()
        {
            _host.Emulator.ClockOffset += ChangesClient.SettleTime * 2;
            await gainsight.CheckConnectionAsync();
            (await runner.RunAsync("read")).State.Should().Be(RunState.Completed);
        }

        await RunAsync();
        fields["industry"] = "Industry";
        companies.Update(acme, ("Stage", "Launched"), ("Industry", "Energy"));
        await RunAsync();
        companies.Update(acme, ("Industry", "Food"));
        await RunAsync();

        unknown.Should().HaveCount(3);
        unknown[0].Should().BeEmpty("there is no former row");
        unknown[1].Should().Equal("industry");
        unknown[2].Should().BeEmpty();
    }

    [Fact]
    public async Task Only_the_owner_can_read_the_rows()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _host.Emulator.Object("Company").Insert(("Name", "Acme"));
        await _host.CommandAsync("run read --yes");
        var file = Path.Combine(_host.Folder, "read.Company.jsonl");

        File.GetUnixFileMode(file).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
