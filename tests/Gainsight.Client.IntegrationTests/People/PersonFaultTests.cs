using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.People;

public sealed class PersonFaultTests
{
    [Theory]
    [InlineData(FaultKind.CutAfterCommit)]
    [InlineData(FaultKind.CutMidBody)]
    [InlineData(FaultKind.CutBeforeRead)]
    [InlineData(FaultKind.ServerErrorAfterCommit)]
    [InlineData(FaultKind.Throttle)]
    [InlineData(FaultKind.HtmlWith200)]
    [InlineData(FaultKind.TruncatedJson)]
    public async Task A_fault_neither_duplicates_nor_loses_a_person_or_a_link(FaultKind kind)
    {
        await using var tenant = await Tenant.StartAsync();
        var company = tenant.AddCompany("Brightwater");
        var people = PeopleRows.People(10);
        people.ForEach(person => person.Companies.Add(new CompanyPerson { CompanyId = company }));
        var fault = tenant.Emulator.Faults.Add(new Fault(kind) { Operation = EmulatorOperations.PersonUpsert, Skip = 2, Count = 2 });

        var report = await tenant.CreateClient().People.UpsertAsync(people);

        report.Upserted.Should().HaveCount(10);
        fault.Fired.Should().Be(2);
        tenant.People().Count.Should().Be(10);
        tenant.CompanyPeople().Count.Should().Be(10);
    }

    [Fact]
    public async Task A_person_whose_answer_stays_lost_is_unknown_and_the_others_are_not()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.CutAfterCommit) { Operation = EmulatorOperations.PersonUpsert, Count = 4 });

        var report = await tenant.CreateClient().People.UpsertAsync(PeopleRows.People(3), new WriteOptions { MaxConcurrency = 1 });

        report.Unknown.Should().ContainSingle().Which.Should().Match<RowOutcome<Person>>(
            row => row.Index == 0 && row.Errors[0].Code == RecordErrorCodes.TransportFailure);
        report.Upserted.Should().HaveCount(2);
        tenant.People().Count.Should().Be(3);
    }

    [Fact]
    public async Task More_people_than_calls_per_minute_wait_for_their_window_and_are_not_throttled()
    {
        await using var tenant = await Tenant.StartAsync();

        var report = await tenant.CreateClient().People.UpsertAsync(PeopleRows.People(150));

        report.Upserted.Should().HaveCount(150);
        report.Elapsed.Should().BeGreaterThan(TimeSpan.FromSeconds(1)).And.BeLessThan(TimeSpan.FromMinutes(3));
        tenant.Emulator.Requests.Snapshot().Should().OnlyContain(request => request.Status == 200);
    }

    [Fact]
    public async Task People_whose_companies_cannot_be_read_are_not_attempted()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = EmulatorOperations.Query });
        var link = new CompanyPerson();
        link.SetLookup(CompanyPersonFields.CompanyId, CompanyFields.Name, "Brightwater");

        var report = await tenant.CreateClient().People.UpsertAsync([new Person { Email = "a@b.example", Companies = { link } }]);

        report.NotAttempted.Should().ContainSingle().Which.Errors.Should().NotBeEmpty();
        tenant.Calls(EmulatorOperations.PersonUpsert).Should().Be(0);
    }

    [Fact]
    public async Task The_text_of_an_outcome_contains_neither_the_address_nor_a_value_of_a_refused_person()
    {
        await using var tenant = await Tenant.StartAsync();
        var person = new Person { Email = "very.secret@brightwater.example", ["Nonsense__gc"] = "secret value" };

        var outcome = await tenant.CreateClient().People.UpsertAsync(person);

        outcome.Status.Should().Be(RowStatus.Failed);
        outcome.ToString().Should().NotContain("secret");
    }
}
