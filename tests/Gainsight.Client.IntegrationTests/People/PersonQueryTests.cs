using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.People;

public sealed class PersonQueryTests
{
    [Fact]
    public async Task People_are_read_by_filter_by_id_and_by_address()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsid = tenant.People().Insert(("Email", "ines@brightwater.example"), ("FirstName", "Ines"), ("EmailOptOut", true));
        tenant.AddPerson("other@brightwater.example");
        var people = tenant.CreateClient().People;

        (await people.Query().Where(PersonFields.EmailOptOut.EqualTo(true)).ToListAsync()).Should().ContainSingle().Which.FirstName.Should().Be("Ines");
        (await people.GetAsync(gsid))!.Email.Should().Be("ines@brightwater.example");
        (await people.GetByEmailAsync("ines@brightwater.example"))!.Gsid.Should().Be(gsid);
        tenant.Calls(EmulatorOperations.PersonGet).Should().Be(0, "people are read through the query, which is known to work");
    }

    [Theory]
    [InlineData(EmptyResultForm.EmptyRecords)]
    [InlineData(EmptyResultForm.NoDataFound)]
    [InlineData(EmptyResultForm.BadRequest)]
    public async Task A_missing_person_is_null_in_every_form_of_an_empty_answer(EmptyResultForm form)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.EmptyResult = form;
        var people = tenant.CreateClient().People;

        (await people.GetByEmailAsync("nobody@brightwater.example")).Should().BeNull();
        (await people.GetAsync(PeopleRows.Nobody)).Should().BeNull();
        (await people.Query().ToListAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("ines")]
    public async Task An_invalid_address_is_refused_before_any_call(string email)
    {
        await using var tenant = await Tenant.StartAsync();

        await ((Func<Task>)(() => tenant.CreateClient().People.GetByEmailAsync(email))).Should().ThrowAsync<ArgumentException>();

        tenant.Emulator.Requests.Snapshot().Should().BeEmpty();
    }
}
