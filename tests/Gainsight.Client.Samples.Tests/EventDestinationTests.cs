using System.Text;
using System.Text.Json;
using EventDestination;

namespace Gainsight.Client.Samples.Tests;

/// <summary>Every kind of event of the sample EventDestination, good and bad.</summary>
public sealed class EventDestinationTests : IDisposable
{
    private static readonly string Folder = Path.Combine(Repository.Samples, "EventDestination");

    private readonly TestTenant _tenant = new("EventDestination");
    private readonly StringWriter _output = new();
    private readonly StringWriter _refused = new();

    /// <summary>Lines that are refused, and the reason.</summary>
    public static TheoryData<string, string> BadLines { get; } = new()
    {
        { """{"type":"identify","traits":{"name":"Nobody"}}""", "identify needs the trait email" },
        { """{"type":"identify","traits":{"email":"nobody"}}""", "email (Email): expected an e-mail address" },
        { """{"type":"identify","traits":5}""", "identify needs the trait email" },
        { """{"type":"identify","traits":{"email":"kim@birch.example","emailOptOut":"perhaps"}}""", "emailOptOut (EmailOptOut): expected true or false" },
        { """{"type":"identify","traits":{"email":"kim@birch.example","masterAvatarTypeCode":"one"}}""", "masterAvatarTypeCode (MasterAvatarTypeCode): expected a number" },
        { """{"type":"group","traits":{"name":"Cedar Rail"}}""", "group needs context.traits.email" },
        { """{"type":"group","context":{"traits":{"email":"kim@birch.example"}},"traits":{"employees":5}}""", "group needs the trait name" },
        { """{"type":"group","context":{"traits":{"email":"kim@birch.example"}},"traits":{"name":"Birch","stage":"Orbiting"}}""", "stage (Stage): expected one of" },
        { """{"type":"group","context":{"traits":{"email":"kim"}},"traits":{"name":"Birch"}}""", "e-mail" },
        { """{"type":"group","context":{"traits":{"email":"kim@birch.example"}},"traits":{"name":"Birch","csm":"nobody@birch.example"}}""", "matches the lookup of Csm. Create the row first, or correct the value." },
        { """{"type":"track","event":"Coffee Drunk","properties":{}}""", "Add it to events in destination.json" },
        { """{"type":"track","properties":{}}""", "track needs event" },
        { """{"type":"track","event":"Ticket Closed"}""", "track needs properties" },
        { """{"type":"page"}""", "The type 'page' is unknown" },
        { """{}""", "The type '' is unknown" },
        { """[]""", "The type '' is unknown" },
        { """{"type":"identify",""", "The line is not JSON" },
        { """{"type":"identify","traits":{"email":"kim@birch.example","name":"\ud800"}}""", "surrogate" },
        { """{"type":"\udfff"}""", "surrogate" },
        { """{"type":"track","event":"Ticket Closed","properties":{"ticketId":"\ud800"}}""", "surrogate" },
    };

    [Theory]
    [MemberData(nameof(BadLines))]
    public async Task A_bad_event_is_refused_with_line_and_reason_and_the_others_go_on(string line, string reason)
    {
        var destination = await SendAsync(
            """{"type":"identify","traits":{"email":"a@alder.example"}}""", line, """{"type":"identify","traits":{"email":"b@alder.example"}}""");

        (destination.Sent, destination.Refused).Should().Be((2, 1), _output.ToString());
        using var refusal = JsonDocument.Parse(_refused.ToString());
        refusal.RootElement.GetProperty("Line").GetInt32().Should().Be(2);
        refusal.RootElement.GetProperty("Event").GetString().Should().Be(line);
        refusal.RootElement.GetProperty("Reason").GetString().Should().Contain(reason);
        Rows("Person").Select(row => row["Email"]).Should().BeEquivalentTo(["a@alder.example", "b@alder.example"]);
    }

    [Fact]
    public async Task Identify_maps_every_trait_and_custom_trait_and_drops_the_others()
    {
        var master = new string('1', 36);
        await SendAsync($$$"""
            {"type":"identify","traits":{"email":"ines@alder.example","name":"Ines Duarte","firstName":"Ines","middleName":"M","lastName":"Duarte","linkedinUrl":"https://www.linkedin.com/in/ines","location":"Lisbon","externalRecordId":"crm-1","emailOptOut":"true","dynamicResolutionKey":"k1","comments":"Hi","timezone":"Europe/Lisbon","masterRecordId":"{{{master}}}","masterAvatarTypeCode":"1","plan":"gold","shoeSize":39}}
            """.Trim());

        var person = Rows("Person").Should().ContainSingle().Which;
        new[] { "Email", "Name", "FirstName", "MiddleName", "LastName", "LinkedinUrl", "Location", "ExternalRecordID", "EmailOptOut", "DynamicResolutionKey", "Comments", "Timezone", "MasterRecordID", "MasterAvatarTypeCode", "Plan__gc" }
            .Select(name => person[name]?.ToString()).Should().Equal(
                "ines@alder.example", "Ines Duarte", "Ines", "M", "Duarte", "https://www.linkedin.com/in/ines", "Lisbon", "crm-1", "True", "k1", "Hi", "Europe/Lisbon", master, "1", "gold");
    }

    [Fact]
    public async Task Group_upserts_the_company_by_name_with_every_trait_and_attaches_the_person()
    {
        await SendAsync("""
            {"type":"group","context":{"traits":{"email":"ines@alder.example"}},"traits":{"name":"Alder Foods","employees":"120","arr":"125000.50","billingAddress":"1 Mill Road","summary":"Bread","csm":"rhea@northwind.example","customerLifetimeInMonths":"18","industry":"Food","lifecycleInWeeks":"6","managedAs":"customer","mrr":"10416","originalContractDate":"2030-01-31","parentCompany":"Northwind Group","renewalDate":"2031-01-31","stage":"adopting","status":"active","tags":"Strategic;beta","tickerSymbol":"ALD","users":"40","sfdcAccountId":"0015g00000XyZabAAF","industryNew":"retail","region":"EMEA"}}
            """.Trim());
        await SendAsync("""{"type":"group","context":{"traits":{"email":"ines@alder.example"}},"traits":{"name":"Alder Foods","employees":121}}""");

        var parent = CompanyFields.ParentCompany.Then(CompanyFields.Name);
        var company = (await _tenant.Gainsight.Companies.Query()
            .Select(CompanyFields.Name, CompanyFields.Employees, CompanyFields.Arr, CompanyFields.BillingAddress, CompanyFields.Summary, CompanyFields.CustomerLifetimeInMonths,
                CompanyFields.Industry, CompanyFields.LifecycleInWeeks, CompanyFields.Mrr, CompanyFields.OriginalContractDate, CompanyFields.RenewalDate, CompanyFields.TickerSymbol,
                CompanyFields.Users, CompanyFields.SfdcAccountId, CompanyFields.Stage, CompanyFields.Status, CompanyFields.ManagedAs, CompanyFields.IndustryNew, CompanyFields.Tags,
                Field.Custom<string>("Region__gc"), CompanyFields.Csm.Then(UserFields.Email), parent)
            .Where(CompanyFields.Name.EqualTo("Alder Foods")).WithLabels().ToListAsync()).Should().ContainSingle().Which;
        (company.Employees, company.Arr, company.BillingAddress, company.Summary).Should().Be((121, 125000.50m, "1 Mill Road", "Bread"));
        (company.CustomerLifetimeInMonths, company.LifecycleInWeeks, company.Mrr, company.Users).Should().Be((18, 6, 10416m, 40));
        (company.Industry, company.TickerSymbol, company.SfdcAccountId, company["Region__gc"]).Should().Be(("Food", "ALD", "0015g00000XyZabAAF", "EMEA"));
        (company.OriginalContractDate, company.RenewalDate).Should().Be((new DateOnly(2030, 1, 31), new DateOnly(2031, 1, 31)));
        new[] { CompanyFields.Stage, CompanyFields.Status, CompanyFields.ManagedAs, CompanyFields.IndustryNew }.Select(field => company.GetLabel(field))
            .Should().Equal("Adopting", "Active", "Customer", "Retail");
        company.GetLabels(CompanyFields.Tags).Should().BeEquivalentTo("Strategic", "Beta");
        (company.Get(CompanyFields.Csm.Then(UserFields.Email)), company.Get(parent)).Should().Be(("rhea@northwind.example", "Northwind Group"));
        var link = Rows("Company_Person").Should().ContainSingle().Which;
        (link["Company_ID"], link["Person_ID"]).Should().Be((company.Gsid, Rows("Person")[0].Gsid));
    }

    [Fact]
    public async Task Traits_of_a_person_in_the_context_and_beside_it_are_one()
    {
        await SendAsync("""{"type":"identify","traits":{"name":"Ines Duarte","location":"Lisbon"},"context":{"traits":{"email":"ines@alder.example","location":"Porto"}}}""");

        var person = Rows("Person").Should().ContainSingle().Which;
        (person["Email"], person["Name"], person["Location"]).Should().Be(("ines@alder.example", "Ines Duarte", "Lisbon"));
    }

    [Fact]
    public async Task Blank_lines_are_no_events_and_count_as_lines()
    {
        var destination = await SendAsync("", """{"type":"identify","traits":{"email":"a@alder.example"}}""", "  ", """{"type":"page"}""");

        (destination.Sent, destination.Refused).Should().Be((1, 1), _output.ToString());
        _output.ToString().Should().Contain("line 2: identify sent").And.Contain("line 4: page refused");
    }

    [Fact]
    public async Task An_event_of_a_live_input_is_sent_before_the_next_one_comes()
    {
        using var input = new LiveInput("""{"type":"identify","traits":{"email":"a@alder.example"}}""");
        var destination = new Destination(_tenant.Gainsight, DestinationMap.Load(Path.Combine(Folder, "destination.json")), null, null, input.Output, _refused);

        var sending = destination.SendAsync(input, CancellationToken.None);
        await input.Told.WaitAsync(TimeSpan.FromMinutes(1));

        Rows("Person").Should().ContainSingle();
        sending.IsCompleted.Should().BeFalse();
        input.End();
        await sending;
    }

    [Fact]
    public async Task Many_people_are_sent_singly_because_batches_are_slow_and_in_batches_where_the_map_says_so()
    {
        string[] lines = [.. Enumerable.Range(0, 60).Select(i => $$$"""{"type":"identify","traits":{"email":"p{{{i}}}@alder.example"}}""")];
        await SendAsync(lines);
        _tenant.Emulator.Limits.PeopleJobTime = TimeSpan.Zero;
        var map = DestinationMap.Load(Path.Combine(Folder, "destination.json")) with { PeopleInBatches = true };
        await new Destination(_tenant.Gainsight, map, null, null, _output, _refused).SendAsync(new StringReader(string.Join('\n', lines)), CancellationToken.None);

        _tenant.Emulator.Requests.CountOf(Emulator.EmulatorOperations.PersonUpsert).Should().Be(60);
        _tenant.Emulator.Requests.CountOf(Emulator.EmulatorOperations.PersonUpsertAsync).Should().Be(2);
        Rows("Person").Should().HaveCount(60);
    }

    [Fact]
    public async Task Companies_are_sent_in_full_calls()
    {
        await SendAsync([.. Enumerable.Range(0, 60).Select(i => $$$"""{"type":"group","context":{"traits":{"email":"a@alder.example"}},"traits":{"name":"Company {{{i}}}"}}""")]);

        Rows("Company").Should().HaveCount(61);
        _tenant.Emulator.Requests.CountOf(Emulator.EmulatorOperations.Insert).Should().Be(2);
        Rows("Company_Person").Should().HaveCount(60);
    }

    [Fact]
    public async Task Track_publishes_with_name_and_version_of_the_map_and_the_contract_of_the_payload_over_the_configuration()
    {
        _tenant.Emulator.EventPublishers[0].AddContract("silver");
        await SendAsync(
            """{"type":"track","event":"ticket_opened","properties":{"ticketId":"T-1"}}""",
            """{"type":"track","event":"Ticket Closed","properties":{"ticketId":"T-2"},"context":{"externalId":[{"type":"other","id":"x"},{"type":"gainsightEventContractId","id":"silver"}]}}""");

        _tenant.Emulator.PublishedEvents.Select(each => (each.Name, each.Version, each.Topic, each.ContractId)).Should().Equal(
            ("Ticket Opened", "1.0.0", "Support Tickets", "emulator-contract"), ("Ticket Closed", "1.0.0", "Support Tickets", "silver"));
    }

    [Fact]
    public async Task A_publisher_that_is_not_set_or_refused_is_told_for_each_event()
    {
        await SendAsync(null, ["""{"type":"track","event":"Ticket Closed","properties":{}}"""]);
        await SendAsync(new EventCredential(_tenant.Emulator.TenantId, "wrong"), ["""{"type":"track","event":"Ticket Closed","properties":{}}"""]);

        _refused.ToString().Trim().Split(Environment.NewLine).Should().SatisfyRespectively(
            unset => unset.Should().Contain("Set Events:TenantId and Events:SharedSecret"), wrong => wrong.Should().Contain("secret"));
    }

    [Fact]
    public async Task A_map_with_a_field_that_the_tenant_does_not_have_stops_before_anything_is_sent()
    {
        var map = DestinationMap.Load(Path.Combine(Folder, "destination.json"));
        map.Person["plan"] = "Paln__gc";
        var destination = new Destination(_tenant.Gainsight, map, null, null, _output, _refused);

        (await FluentActions.Awaiting(() => destination.SendAsync(new StringReader("{}"), CancellationToken.None)).Should().ThrowAsync<ArgumentException>())
            .WithMessage("*person has no field Paln__gc (for plan). Did you mean 'Plan__gc'?*");
    }

    [Fact]
    public async Task The_events_of_the_demonstration_are_refused_where_they_are_bad()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Folder, "events.jsonl"));
        var destination = await SendAsync(lines);

        var bad = lines.Count(line => line.Contains("\"bad\":true", StringComparison.Ordinal));
        (destination.Sent, destination.Refused).Should().Be((lines.Length - bad, bad), _output.ToString());
        _refused.ToString().Trim().Split(Environment.NewLine).Should().HaveCount(bad).And.OnlyContain(line => line.Contains("bad"));
    }

    public void Dispose()
    {
        _tenant.Dispose();
        _output.Dispose();
        _refused.Dispose();
    }

    private IReadOnlyList<Emulator.EmulatedRow> Rows(string name) => _tenant.Emulator.Object(name).Rows;

    private Task<Destination> SendAsync(params string[] lines) =>
        SendAsync(new EventCredential(_tenant.Emulator.TenantId, _tenant.Emulator.EventPublishers[0].SharedSecret), lines);

    private async Task<Destination> SendAsync(EventCredential? publisher, string[] lines)
    {
        var destination = new Destination(_tenant.Gainsight, DestinationMap.Load(Path.Combine(Folder, "destination.json")), publisher, null, _output, _refused);
        using var input = new StringReader(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
        await destination.SendAsync(input, CancellationToken.None);
        return destination;
    }
}
