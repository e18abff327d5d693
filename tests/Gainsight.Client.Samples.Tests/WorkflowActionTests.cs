using System.Text.Json;
using Gainsight.Client.Emulator;
using WorkflowActions;

namespace Gainsight.Client.Samples.Tests;

/// <summary>Every action of the sample WorkflowActions, with good and with bad input.</summary>
public sealed class WorkflowActionTests : IDisposable
{
    private const string Where = """{"conditions":[{"name":"CompanyId","alias":"A","value":["{company}"],"operator":"EQ"}],"expression":"A"}""";

    private readonly TestTenant _tenant = new("WorkflowActions");
    private readonly StringWriter _output = new();

    /// <summary>An input that succeeds, one that does not, and what then is told.</summary>
    public static TheoryData<string, string, string, string> Inputs { get; } = new()
    {
        { "create-company", """{"records":[{"Name":"A"},{"Name":"B","Arr":"12.5"}]}""", """{"records":{"Name":"A","Employees":"many"}}""", "Employees (Employees): expected a number" },
        { "read-companies", """{"select":["Name"],"limit":10}""", """{"select":["Nmae"]}""", "Nmae" },
        { "update-company", """{"keys":"Employees,Industry","records":{"Employees":"90","Industry":"Textiles","Arr":5}}""", """{"keys":"Name","records":{"Name":"Nobody","Arr":5}}""", "GSOBJ_1011" },
        { "delete-company", """{"ids":["{spare}"]}""", """{"ids":"1P02NOBODYNOBODYNOBODYNOBODYNOBODY00"}""", "\"succeeded\":false" },
        { "create-relationship", """{"records":{"Name":"Valves","CompanyId":"{company}","TypeId__gr.Name":"Standard"}}""", """{"records":{"Name":"Valves"}}""", "CompanyId" },
        { "update-relationship", """{"keys":"Gsid","records":{"Gsid":"{relationship}","Stage":"launched"}}""", """{"keys":"Gsid","records":{"Gsid":"{relationship}","Stage":"Orbiting"}}""", "Stage (Stage): expected one of Onboarding" },
        { "upsert-relationship", """{"keys":"Name,CompanyId","records":{"Name":"Pumps","CompanyId":"{company}","Users":3}}""", """{"keys":"Name,CompanyId","records":{"Name":"Pumps"}}""", "CompanyId" },
        { "delete-relationship", """{"ids":"{relationship}"}""", """{"ids":"1P05NOBODYNOBODYNOBODYNOBODYNOBODY00"}""", "\"succeeded\":false" },
        { "create-goal", """{"records":{"Name":"Grow","StatusName":"New","CompanyId":"{company}","EntityType":"COMPANY"}}""", """{"records":{"Name":"Grow","CompanyId":"{company}"}}""", "StatusName" },
        { "update-goal", """{"records":{"Gsid":"{goal}","LinkedCtas":["{cta}"],"LinkedSuccessPlans":["{plan}"]}}""", """{"records":{"Name":"Grow"}}""", "GSID" },
        { "fetch-goals", $$"""{"where":{{Where}}}""", """{"where":{"conditions":[],"expression":""}}""", "expression: " },
        { "create-cta", """{"records":{"Name":"Unpaid","CompanyId":"{company}","OwnerId__gr.Email":"rhea@northwind.example","type":"Risk","Reason":"Billing","DueDate":"2031-01-31"}}""", """{"records":{"Name":"Unpaid","CompanyId":"{company}","OwnerId__gr.Email":"rhea@northwind.example","type":"Riks","Reason":"Billing","DueDate":"2031-01-31"}}""", "type" },
        { "update-cta", """{"records":{"Gsid":"{cta}","status":"Work In Progress"}}""", """{"records":{"status":"Work In Progress"}}""", "GSID" },
        { "fetch-ctas", $$"""{"where":{{Where}},"limit":5}""", """{"limit":"five"}""", "limit must be a number of rows" },
        { "create-task", """{"records":{"CtaId":"{cta}","Name":"Call"}}""", """{"records":{"Name":"Call"}}""", "CtaId" },
        { "update-task", """{"records":{"Gsid":"{task}","DueDate":"2031-01-31"}}""", """{"records":{"Gsid":"{task}","DueDate":"soon"}}""", "DueDate (DueDate): expected a date" },
        { "list-tasks", """{"cta":"{cta}"}""", """{"cta":5}""", "cta must be the GSID of a CTA" },
        { "create-plan", """{"records":{"Name":"Go","CompanyId":"{company}","SuccessPlanType":"Onboarding","OwnerId__gr.Email":"rhea@northwind.example","DueDate":"2031-01-31","Templates":["Standard Onboarding","Quick start"]}}""", """{"records":{"Name":"Go","CompanyId":"{company}","SuccessPlanType":"Onbording","OwnerId__gr.Email":"rhea@northwind.example","DueDate":"2031-01-31"}}""", "SuccessPlanType" },
        { "create-plan-with-objectives", """{"records":{"Name":"Go","CompanyId":"{company}","SuccessPlanType":"Onboarding","OwnerId__gr.Email":"rhea@northwind.example","DueDate":"2031-01-31","Objectives":[{"Name":"Live","DueDate":"2031-01-31"}]}}""", """{"records":{"Name":"Go","CompanyId":"{company}","SuccessPlanType":"Onboarding","OwnerId__gr.Email":"rhea@northwind.example","DueDate":"2031-01-31","Objectives":[{"DueDate":"2031-01-31"}]}}""", "bjective" },
        { "update-plan", """{"records":{"Gsid":"{plan}","status":"Active"}}""", """{"records":{"Gsid":"{plan}","Stats":"Active"}}""", "expected a field of cta_group" },
        { "plan-configurations", """{"entityType":"COMPANY"}""", """{"entityType":true}""", "entityType must be COMPANY or RELATIONSHIP" },
        { "create-activity", """{"records":{"ContextName":"Relationship","GsRelationshipId":"{relationship}","TypeName":"Call","Subject":"Hi","Notes":"Well.","AuthorId__gr.Email":"rhea@northwind.example"}}""", """{"records":{"ContextName":"Company","GsCompanyId":"{company}","TypeName":"Call","Notes":"Well.","AuthorId__gr.Email":"rhea@northwind.example"}}""", "Subject" },
        { "update-activity", """{"keys":"ExternalId","records":{"ExternalId":"call-1","Notes":"Better."}}""", """{"keys":"ExternalId","records":{"ExternalId":"call-2","Notes":"Better."}}""", "\"succeeded\":false" },
        { "delete-activities", """{"ids":"{activity}"}""", """{"ids":5}""", "ids must be an id" },
        { "create-user", """{"records":{"Name":"Sam","Email":"sam@northwind.example","SFDCUserName":"sam@northwind.example"}}""", """{"records":{"Name":"Sam","SFDCUserName":"sam@northwind.example"}}""", "Email" },
        { "update-user", """{"keys":"SFDCUserName","records":{"SFDCUserName":"rhea@northwind.example","Title":"Lead"}}""", """{"keys":"SFDCUserName","records":{"SFDCUserName":"nobody","Title":"Lead"}}""", "\"succeeded\":false" },
        { "fetch-users", """{"select":["Name"],"where":{"conditions":[{"name":"Email","alias":"A","value":["rhea@northwind.example"],"operator":"EQ"}],"expression":"A"}}""", """{"select":"Name"}""", "select must be an array" },
        { "create-opportunity", """{"records":[{"Name":"Renewal","CompanyId":"{company}","TargetAmount":"12500.5"},{"Name":"Upsell","CompanyId":"{company}"}]}""", """{"records":{"Name":"Renewal","CompanyId":"{company}","TargetAmount":"much"}}""", "TargetAmount" },
        { "update-opportunity", """{"keys":"Gsid","records":{"Gsid":"{opportunity}","TargetAmount":1}}""", """{"keys":"Name","records":{"Name":"Nothing","TargetAmount":1}}""", "\"succeeded\":false" },
        { "upsert-person", """{"records":{"Email":"ines@larch.example","Name":"Ines","companies":[{"Company_ID":"{company}"}]}}""", """{"records":{"Email":"ines","EmailOptOut":"perhaps"}}""", "EmailOptOut (EmailOptOut): expected true or false" },
        { "poll", """{"object":"company","since":""}""", """{"object":"company","since":"yesterday"}""", "checkpoint" },
    };

    public static TheoryData<string> Names { get; } = [.. Workflow.Catalogue.Actions.Keys];

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task An_action_runs_with_good_input_and_says_what_is_wrong_with_bad_input(string action, string good, string bad, string told)
    {
        var ids = await SeedAsync();
        string Fill(string json) => ids.Aggregate(json, (text, id) => text.Replace($"{{{id.Key}}}", id.Value, StringComparison.Ordinal));

        var refused = await TryAsync(action, Fill(bad));
        var saidOfBad = _output.ToString();
        var done = await TryAsync(action, Fill(good));

        refused.Should().BeFalse();
        saidOfBad.Should().Contain(told);
        done.Should().BeTrue(_output.ToString());
    }

    [Fact]
    public void Every_action_is_described_and_tested()
    {
        Workflow.Catalogue.Actions.Should().HaveCount(31);
        Actions.All.Keys.Should().BeEquivalentTo(Workflow.Catalogue.Actions.Keys);
        Inputs.Select(row => (string)row[0]).Should().BeEquivalentTo(Workflow.Catalogue.Actions.Keys);
        Workflow.Catalogue.Describe("create-cta").Should().Contain("records: the fields of a record").And.Contain("(required)");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Input_that_is_no_JSON_no_object_incomplete_or_surplus_is_refused_before_a_call(string action)
    {
        await FluentActions.Awaiting(() => RunAsync(action, "records=1")).Should().ThrowAsync<JsonException>();
        await FluentActions.Awaiting(() => RunAsync(action, "[]")).Should().ThrowAsync<ArgumentException>().WithMessage($"{action} takes an object with its arguments.*");
        var failure = await FluentActions.Awaiting(() => RunAsync(action, """{"recrods":1}""")).Should().ThrowAsync<ArgumentException>();
        foreach (var (name, isRequired) in Workflow.Catalogue.Actions[action].Takes)
        {
            failure.Which.Message.Contains($"{name} is missing.", StringComparison.Ordinal).Should().Be(isRequired);
        }

        failure.WithMessage("*recrods is not an argument: remove it.*");
        _tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_map_names_the_fields_and_bad_rows_do_not_stop_the_others()
    {
        await RunAsync("create-company", """
            {"map":{"customer":"Name","staff":"Employees","csm":"Csm__gr.Email"},"records":[{"customer":"A","staff":"many"},{"customer":"B","staff":"5","csm":"rhea@northwind.example"},{"cutsomer":"C"}]}
            """);

        var lines = _output.ToString().Trim().Split(Environment.NewLine);
        lines.Should().HaveCount(3);
        lines[0].Should().Contain("\"index\":0").And.Contain("Failed").And.Contain("staff (Employees): expected a number");
        lines[1].Should().Contain("\"index\":1").And.Contain("Inserted");
        lines[2].Should().Contain("cutsomer: expected a field of company");
        (await _tenant.Gainsight.Companies.Query().Where(CompanyFields.Name.EqualTo("B")).FirstOrDefaultAsync())!.Employees.Should().Be(5);
    }

    [Fact]
    public async Task A_record_that_is_no_object_is_told_and_the_others_go_on()
    {
        (await RunAsync("create-company", """{"records":[5,{"Name":"B"},"C"]}""")).Succeeded.Should().BeFalse();

        var lines = _output.ToString().Trim().Split(Environment.NewLine);
        lines[0].Should().Contain("\"index\":0").And.Contain("Failed").And.Contain("Expected a JSON object with the fields of company");
        lines[1].Should().Contain("\"index\":1").And.Contain("Inserted");
        lines[2].Should().Contain("\"index\":2").And.Contain("Failed");
    }

    [Theory]
    [InlineData("PERSON")]
    [InlineData("company")]
    public async Task An_entity_type_that_plans_do_not_have_is_refused_before_a_call(string type)
    {
        (await FluentActions.Awaiting(() => RunAsync("plan-configurations", $$"""{"entityType":"{{type}}"}""")).Should().ThrowAsync<ArgumentException>())
            .WithMessage("*entityType must be COMPANY or RELATIONSHIP.*");

        _tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task The_trigger_tells_created_from_updated_and_deleted()
    {
        var workflow = new Workflow(_ => _tenant.Gainsight, _output);
        async Task<List<(string? Kind, string? Name)>> PollAsync(string since) =>
            [.. (await workflow.RunAsync("poll", $$"""{"object":"company","since":"{{since}}"}""", null, CancellationToken.None)).Rows
                .Select(row => ((string?)row!["kind"], (string?)row["record"]?["Name"]))];
        async Task<string> CheckpointAsync(string since) =>
            (string)(await workflow.RunAsync("poll", $$"""{"object":"company","since":"{{since}}"}""", null, CancellationToken.None)).Rows[^1]!["checkpoint"]!;
        await _tenant.SettleChangesAsync();
        var since = await CheckpointAsync("");
        var company = _tenant.Emulator.Object("Company").Rows[0].Gsid;
        await _tenant.SettleChangesAsync();
        _tenant.Emulator.Object("Company").Update(company, ("Employees", 91));
        _tenant.Emulator.Object("Company").Insert(("Name", "Cedar"));
        await _tenant.SettleChangesAsync();

        (await PollAsync(since)).Should().BeEquivalentTo(new (string?, string?)[] { ("Updated", "Larch Mills"), ("Created", "Cedar"), ("CaughtUp", null) });
        since = await CheckpointAsync(since);
        _tenant.Emulator.Object("Company").Delete(company);
        await _tenant.SettleChangesAsync();
        (await PollAsync(since)).Should().Contain(("Deleted", null));
    }

    [Fact]
    public async Task The_demonstration_runs_every_action_and_automation_and_cleans_up()
    {
        using var other = new TestTenant("WorkflowActions");
        GainsightClient Client(string? tenant)
        {
            _tenant.Emulator.ClockOffset += ChangesClient.SettleTime * 2;
            return tenant == "globex" ? other.Gainsight : _tenant.Gainsight;
        }

        var done = await new Workflow(Client, _output).RunAsync("demonstration", "{}", null, CancellationToken.None);

        done.Succeeded.Should().BeTrue(_output.ToString());
        _output.ToString().Split(Environment.NewLine).Where(line => !line.StartsWith(' ')).Should()
            .Contain(Workflow.Catalogue.Actions.Keys).And.Contain(["new-customer", "risk-event", "meeting", "milestone"]);
        _output.ToString().Split(Environment.NewLine).Where(line => line.Contains("\"kind\":\"", StringComparison.Ordinal)).Should()
            .Contain(line => line.Contains("Created", StringComparison.Ordinal) && line.Contains("Dogwood", StringComparison.Ordinal))
            .And.Contain(line => line.Contains("Updated", StringComparison.Ordinal) && line.Contains("Larch Mills", StringComparison.Ordinal));
        other.Emulator.Requests.CountOf(EmulatorOperations.Query).Should().BePositive();
        var companies = _tenant.Emulator.Object("Company").Rows.Select(row => row["Name"]).ToList();
        companies.Should().NotContain("Alder Foods (Gainsight.Client sample)").And.Contain("Dogwood Air (Gainsight.Client sample)");
        _tenant.Emulator.Object("Person").Rows.Should().ContainSingle();
        _tenant.Emulator.Object("Company_Person").Rows.Should().ContainSingle();
        _tenant.Emulator.Object("cs_task").Rows.Select(row => row["Name"]).Should().Contain("Call the customer");
        _tenant.Emulator.Object("customer_goal").Rows.Select(row => row["Name"]).Should().Contain("Cut the ticket backlog");
        _tenant.Emulator.Object("activity_timeline").Rows.Should().ContainSingle().Which["Notes"].Should().Be("Agreed on the goals.");
    }

    [Fact]
    public async Task An_automation_stops_at_the_step_that_fails_and_says_why()
    {
        var done = await new Workflow(_ => _tenant.Gainsight, _output).RunAsync(
            "new-customer", """{"company":"Elm","industry":"Energy","employees":5,"email":"ines","contact":"Ines"}""", null, CancellationToken.None);

        done.Succeeded.Should().BeFalse();
        _output.ToString().Should().Contain("Email (Email): expected an e-mail address").And.Contain("Stopped at upsert-person. The steps before it are done.");
        _tenant.Emulator.Object("Company").Rows.Select(row => row["Name"]).Should().Contain("Elm");
    }

    [Theory]
    [InlineData("""{"company":"Elm","industry":"Energy"}""", "employees is missing. email is missing. contact is missing.")]
    [InlineData("""{"company":"Elm","industry":"Energy","employees":5,"email":"ines@elm.example","contact":"Ines","fax":1}""", "fax is not an argument: remove it.")]
    [InlineData("[]", "new-customer takes an object with its arguments.")]
    public async Task The_input_of_an_automation_is_checked_before_its_first_step(string json, string told)
    {
        (await FluentActions.Awaiting(() => RunAsync("new-customer", json)).Should().ThrowAsync<ArgumentException>()).WithMessage($"*{told}*");

        _tenant.Emulator.Requests.Count.Should().Be(0);
        Workflow.Catalogue.Describe("new-customer").Should().StartWith("Steps: create-company, upsert-person.").And.Contain("email: a text or a number (required)");
    }

    [Theory]
    [InlineData("2.5")]
    [InlineData("0")]
    [InlineData("99999999999")]
    public async Task A_limit_that_is_no_number_of_rows_is_told(string limit)
    {
        (await TryAsync("read-companies", $$"""{"limit":{{limit}}}""")).Should().BeFalse();

        _output.ToString().Should().Contain("limit must be a whole number of rows, at least 1.");
    }

    [Fact]
    public async Task An_argument_that_is_given_twice_is_named() =>
        (await FluentActions.Awaiting(() => RunAsync("create-company", """{"records":{},"records":{"Name":"A"}}""")).Should().ThrowAsync<JsonException>()).WithMessage("*records*");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_demonstration_on_a_tenant_that_stops_half_way_cleans_up(bool isCancelled)
    {
        using var stop = new CancellationTokenSource();
        var steps = 0;
        GainsightClient Client(string? tenant)
        {
            if (++steps == 2 && isCancelled)
            {
                stop.Cancel();
            }

            return _tenant.Gainsight;
        }

        if (!isCancelled)
        {
            // The tenant refuses the longer of the two names.
            _tenant.Emulator.Object("Company").Field("Name").Length = "Birch Labs (Gainsight.Client sample)".Length;
        }

        var done = await new Workflow(Client, _output).RunAsync("demonstration-on-a-tenant", "{}", null, stop.Token);

        done.Succeeded.Should().BeFalse();
        _output.ToString().Should().Contain("Inserted").And.Contain("Stopped at");
        _tenant.Emulator.Object("Company").Rows.Select(row => row["Name"]).Should().Equal("Larch Mills");
    }

    public void Dispose()
    {
        _tenant.Dispose();
        _output.Dispose();
    }

    private Task<(System.Text.Json.Nodes.JsonArray Rows, bool Succeeded)> RunAsync(string action, string json) =>
        new Workflow(_ => _tenant.Gainsight, _output).RunAsync(action, json, null, CancellationToken.None);

    private async Task<bool> TryAsync(string action, string json)
    {
        try
        {
            return await RunAsync(action, json) is (_, true);
        }
        catch (Exception problem) when (problem is ArgumentException or GainsightException or FormatException)
        {
            await _output.WriteLineAsync(problem.Message);
            return false;
        }
    }

    private async Task<Dictionary<string, string>> SeedAsync()
    {
        var company = _tenant.Emulator.Object("Company").Rows[0].Gsid;
        var owner = _tenant.Emulator.Object("GsUser").Rows[0].Gsid;
        var relationship = new Relationship { Name = "Pumps", CompanyId = company };
        relationship.SetLookup(RelationshipFields.TypeId, RelationshipTypeFields.Name, "Standard");
        var cta = (await _tenant.Gainsight.Ctas.InsertAsync(
            new Cta { Name = "Unpaid", CompanyId = company, OwnerId = owner, Type = "Risk", Reason = "Billing", DueDate = new(2031, 1, 31) })).EnsureSuccess().Gsid!;
        var call = new TimelineActivity { ContextName = "Company", GsCompanyId = company, TypeName = "Call", Subject = "Hi", Notes = "Well.", AuthorId = owner, ExternalId = "call-1" };
        (await _tenant.Gainsight.Timeline.InsertAsync(call)).EnsureSuccess();
        return new()
        {
            ["company"] = company,
            ["spare"] = _tenant.Emulator.Object("Company").Insert(("Name", "Spare")),
            ["relationship"] = (await _tenant.Gainsight.Relationships.InsertAsync(relationship)).EnsureSuccess().Gsid!,
            ["cta"] = cta,
            ["task"] = (await _tenant.Gainsight.Tasks.InsertAsync(new CsTask { CtaId = cta, Name = "Call" })).EnsureSuccess().Gsid!,
            ["plan"] = (await _tenant.Gainsight.SuccessPlans.InsertAsync(
                new SuccessPlan { Name = "Go", CompanyId = company, OwnerId = owner, SuccessPlanType = "Onboarding", DueDate = new(2031, 1, 31) })).EnsureSuccess().Gsid!,
            ["goal"] = (await _tenant.Gainsight.CustomerGoals.InsertAsync(
                new CustomerGoal { Name = "Grow", CompanyId = company, StatusName = "New", EntityType = "COMPANY" })).EnsureSuccess().Gsid!,
            ["activity"] = call.ActivityId!,
            ["opportunity"] = (await _tenant.Gainsight.Opportunities.InsertAsync(new Opportunity { Name = "Renewal", CompanyId = company })).EnsureSuccess().Gsid!,
        };
    }
}
