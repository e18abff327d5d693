using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Writes;

namespace Gainsight.Client.IntegrationTests.People;

public sealed class PersonUpsertTests
{
    [Fact]
    public async Task One_person_is_created_with_every_field_and_found_by_its_address()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var person = new Person
        {
            Email = "ines.vale@brightwater.example",
            Name = "Ines Vale",
            FirstName = "Ines",
            MiddleName = "M",
            LastName = "Vale",
            LinkedinUrl = "https://www.linkedin.com/in/ines",
            Location = "Porto",
            Timezone = "Europe/Lisbon",
            EmailOptOut = false,
            Comments = "met at summit",
            ExternalRecordId = "x-1",
            DynamicResolutionKey = "k",
            MasterAvatarTypeCode = 2,
        };

        var outcome = await gainsight.People.UpsertAsync(person);
        var found = await gainsight.People.GetByEmailAsync(person.Email);

        outcome.Status.Should().Be(RowStatus.Upserted, "Gainsight does not say whether the person is new");
        outcome.Succeeded.Should().BeTrue();
        outcome.RequestId.Should().NotBeNullOrEmpty();
        found!.Gsid.Should().Be(outcome.Gsid);
        (found.Name, found.Location, found.Timezone, found.EmailOptOut, found.Comments).Should()
            .Be(("Ines Vale", "Porto", "Europe/Lisbon", false, "met at summit"));
        var row = tenant.Person(person.Email);
        (row["ExternalRecordID"], row["DynamicResolutionKey"], row["MasterAvatarTypeCode"]).Should().Be(("x-1", "k", 2m));
    }

    [Theory]
    [InlineData(PersonDataForm.Person)]
    [InlineData(PersonDataForm.Records)]
    [InlineData(PersonDataForm.People)]
    public async Task The_id_is_found_in_every_form_of_the_answer(PersonDataForm form)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.PersonData = form;
        var company = tenant.AddCompany("Brightwater");
        var person = new Person { Email = "a@b.example", Companies = { new CompanyPerson { CompanyId = company } } };

        var outcome = await tenant.CreateClient().People.UpsertAsync(person);

        outcome.Gsid.Should().Be(tenant.Person("a@b.example").Gsid);
    }

    [Fact]
    public async Task Existing_people_are_updated_and_no_person_is_duplicated()
    {
        await using var tenant = await Tenant.StartAsync();
        var known = tenant.AddPerson(PeopleRows.Email(3));

        var report = await tenant.CreateClient().People.UpsertAsync(PeopleRows.People(20));

        report.Upserted.Should().HaveCount(20);
        report.Rows.Select(row => row.Index).Should().Equal(Enumerable.Range(0, 20).Select(i => (long)i));
        report.Rows[3].Gsid.Should().Be(known);
        report.Calls.Should().Be(20);
        tenant.People().Count.Should().Be(20);
        tenant.Person(PeopleRows.Email(3))["FirstName"].Should().Be("First 3");
    }

    [Fact]
    public async Task The_outcomes_of_a_stream_of_people_keep_their_order()
    {
        await using var tenant = await Tenant.StartAsync();

        var outcomes = await tenant.CreateClient().People
            .UpsertStreamAsync(PeopleRows.People(70).ToStream(), new WriteOptions { MaxConcurrency = 8 }).ToListAsync();

        outcomes.Select(row => row.Record.Email).Should().Equal(Enumerable.Range(0, 70).Select(PeopleRows.Email));
        outcomes.Should().OnlyContain(row => row.Succeeded);
        tenant.People().Count.Should().Be(70);
    }

    [Fact]
    public async Task Rows_with_the_same_address_in_any_case_are_merged_and_later_values_win()
    {
        await using var tenant = await Tenant.StartAsync();
        Person[] people =
        [
            new() { Email = "Ines@Brightwater.example", FirstName = "I.", Location = "Porto" },
            new() { Email = "other@brightwater.example" },
            new() { Email = "ines@brightwater.example", FirstName = "Ines" },
        ];

        var report = await tenant.CreateClient().People.UpsertAsync(people);

        report.Upserted.Should().HaveCount(3);
        report.Rows[2].Gsid.Should().Be(report.Rows[0].Gsid);
        report.Calls.Should().Be(2);
        var row = tenant.Person("ines@brightwater.example");
        (row["FirstName"], row["Location"]).Should().Be(("Ines", "Porto"));
        (people[0].FirstName, people[2].Location).Should().Be(("I.", null), "the caller's own records stay as they are");
    }

    [Fact]
    public async Task A_loaded_person_sends_its_changes_and_nothing_without_changes()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.AddPerson("a@b.example");
        tenant.AddPerson("c@d.example");
        var gainsight = tenant.CreateClient();
        List<Person> loaded = [.. await gainsight.People.Query().ToListAsync()];
        loaded.Single(person => person.Email == "a@b.example").Location = "Porto";
        tenant.People().Update(loaded[0].Gsid!, ("FirstName", "Changed elsewhere"));
        tenant.People().Update(loaded[1].Gsid!, ("FirstName", "Changed elsewhere"));

        var report = await gainsight.People.UpsertAsync(loaded);

        report.Upserted.Should().ContainSingle().Which.Record.Email.Should().Be("a@b.example");
        report.Unchanged.Should().ContainSingle().Which.Gsid.Should().Be(tenant.Person("c@d.example").Gsid);
        tenant.People().Rows.Should().OnlyContain(row => Equals(row["FirstName"], "Changed elsewhere"));
        tenant.Calls(EmulatorOperations.PersonUpsert).Should().Be(1);
    }

    [Fact]
    public async Task The_older_path_can_be_selected_by_a_route_override()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient(options => options.RouteOverrides["People.Upsert"] = "/v1.0/api/people");

        var outcome = await gainsight.People.UpsertAsync(new Person { Email = "a@b.example" });

        outcome.Succeeded.Should().BeTrue();
        tenant.Emulator.Requests.Snapshot().Should().ContainSingle().Which.Path.Should().Be("/v1.0/api/people");
    }

    [Fact]
    public async Task An_empty_list_of_people_costs_no_call()
    {
        await using var tenant = await Tenant.StartAsync();

        var report = await tenant.CreateClient().People.UpsertAsync([]);

        report.Rows.Should().BeEmpty();
        (report.AllSucceeded, report.Calls).Should().Be((true, 0));
    }
}
