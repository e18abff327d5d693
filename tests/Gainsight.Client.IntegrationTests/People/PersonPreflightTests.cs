using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.People;

public sealed class PersonPreflightTests
{
    private static readonly WriteOptions Check = new() { Preflight = true };

    [Fact]
    public async Task People_who_must_fail_cost_no_call_in_single_writes_and_in_batches()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.People().AddField("Tier__gc", EmulatedDataType.Picklist).Picklist!.AddItem("Gold");
        var gainsight = tenant.CreateClient();
        var rows = PeopleRows.People(6);
        rows[1]["Tier__gc"] = "gold";
        rows[2]["EmailOptOut"] = "perhaps";
        rows[4]["FirstNam"] = "Ines";
        (long, string?, string?)[] problems =
            [(1, RecordErrorCodes.UnknownPicklistItem, "Tier__gc"), (2, RecordErrorCodes.InvalidValue, "EmailOptOut"), (4, RecordErrorCodes.UnknownField, "FirstNam")];

        var report = await gainsight.People.UpsertAsync(rows, Check);
        var batch = await gainsight.People.UpsertInBatchesAsync(rows, Check);

        report.Failed.Select(row => (row.Index, row.Errors.Single().Code, row.Errors.Single().Field)).Should().Equal(problems);
        report.Failed[0].Errors[0].Message.Should().Contain("Did you mean Gold?");
        batch.Failed.Select(row => (row.Index, row.Errors.Single().Code, row.Errors.Single().Field)).Should().Equal(problems);
        report.Upserted.Should().HaveCount(3);
        report.Calls.Should().Be(4, "one description and three upserts");
        tenant.Calls(EmulatorOperations.PersonUpsert).Should().Be(3);
        tenant.Calls(EmulatorOperations.Describe).Should().Be(2, "the links are not needed, and an unknown field may be new, so the person is described once more");
    }

    [Fact]
    public async Task Every_problem_of_a_person_and_of_the_links_is_named()
    {
        await using var tenant = await Tenant.StartAsync();
        var company = tenant.AddCompany("Brightwater");
        var relationship = tenant.AddRelationship("Pumps", company);
        tenant.CompanyPeople().AddField("Reason__gc", EmulatedDataType.String).Required = true;
        var person = new Person
        {
            Email = "ines@brightwater.example",
            LinkedinUrl = "no address",
            Companies = { new CompanyPerson { CompanyId = company, Title = new string('x', 300), ["Titel"] = "Head of Ops" } },
            Relationships = { new RelationshipPerson { RelationshipId = relationship, ["Active"] = "yes" } },
        };

        var report = await tenant.CreateClient().People.UpsertAsync([person], Check);

        report.Failed.Should().ContainSingle().Which.Errors.Select(error => (error.Code, error.Field)).Should().Equal(
            (RecordErrorCodes.InvalidValue, "LinkedinUrl"),
            (RecordErrorCodes.ValueTooLong, "Title"),
            (RecordErrorCodes.UnknownField, "Titel"),
            (RecordErrorCodes.InvalidValue, "Active"));
        report.Calls.Should().Be(3, "the person and both kinds of links are described, and nothing is sent");
        tenant.Calls(EmulatorOperations.PersonUpsert).Should().Be(0);
    }

    [Fact]
    public async Task Valid_people_with_links_by_lookup_pass()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.AddCompany("Brightwater");
        var link = new CompanyPerson { Title = "Head of Ops", IsPrimaryCompany = true };
        link.SetLookup(CompanyPersonFields.CompanyId, CompanyFields.Name, "Brightwater");
        var person = new Person
        {
            Email = "ines@brightwater.example",
            FirstName = "Ines",
            LastName = "Vale",
            Name = "Ines Vale",
            Location = "Porto",
            Timezone = "Europe/Lisbon",
            LinkedinUrl = "https://www.linkedin.com/in/example",
            EmailOptOut = false,
            Comments = "met at summit",
            Companies = { link },
        };

        var report = await tenant.CreateClient().People.UpsertAsync([person], Check);

        report.Upserted.Should().ContainSingle();
        tenant.CompanyPeople().Rows.Should().ContainSingle();
    }

    [Fact]
    public async Task A_loaded_link_with_an_invalid_text_fails_only_its_person()
    {
        await using var tenant = await Tenant.StartAsync();
        var company = tenant.AddCompany("Brightwater");
        tenant.CompanyPeople().Insert(("Person_ID", tenant.AddPerson("old@brightwater.example")), ("Company_ID", company), ("Title", "Broken"));
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Writes.Intercept(options.PrimaryHandler!)
        {
            Answer = (_, status, body) => (status, body.Replace("\"Broken\"", "\"\\ud800\"", StringComparison.Ordinal)),
        });
        var loaded = (await gainsight.CompanyPeople.Query().ToListAsync()).Should().ContainSingle().Which;
        var rows = PeopleRows.People(3);
        rows[1].Companies.Add(loaded);

        var report = await gainsight.People.UpsertAsync(rows);
        var checkedReport = await gainsight.People.UpsertAsync(rows, Check);

        foreach (var each in (WriteReport<Person>[])[report, checkedReport])
        {
            each.Failed.Should().ContainSingle(row => row.Index == 1).Which.Errors.Should().ContainSingle().Which.Should()
                .Match<RecordError>(error => error.Code == RecordErrorCodes.InvalidValue && error.Field == "Title");
            each.Upserted.Should().HaveCount(2);
        }
    }

    [Fact]
    public async Task Null_options_throw_an_ArgumentNullException()
    {
        await using var tenant = await Tenant.StartAsync();
        var people = tenant.CreateClient().People;

        await people.Awaiting(client => client.UpsertAsync(PeopleRows.People(1), null!)).Should().ThrowAsync<ArgumentNullException>();
        await people.Awaiting(client => client.UpsertInBatchesAsync(PeopleRows.People(1), null!)).Should().ThrowAsync<ArgumentNullException>();
    }
}
