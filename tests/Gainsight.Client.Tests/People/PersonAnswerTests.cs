using System.Net;

namespace Gainsight.Client.Tests.People;

public sealed class PersonAnswerTests
{
    private const string Gsid = "1P03DEMO00000000000000000000000000A1";

    [Theory]
    [InlineData($$"""{"Gsid":"{{Gsid}}","companies":[{"Gsid":"1C01"}]}""")]
    [InlineData($$"""{"companies":[{"Gsid":"1C01"}],"gsid":"{{Gsid}}"}""")]
    [InlineData($$"""{"personId":"{{Gsid}}"}""")]
    [InlineData($$"""{"Person_ID":"{{Gsid}}"}""")]
    [InlineData($$"""{"records":[{"GSID":"{{Gsid}}"}]}""")]
    [InlineData($$"""{"count":1,"people":[{"Gsid":"{{Gsid}}","Email":"a@x.example"}]}""")]
    [InlineData($$"""{"person": {"id": "{{Gsid}}" } }""")]
    [InlineData($$"""[{"Gsid":"{{Gsid}}"}]""")]
    [InlineData($"\"{Gsid}\"")]
    public async Task The_id_is_found_wherever_it_stands(string data)
    {
        using var fixture = new PeopleFixture();
        fixture.Wire.Answer(StubHandler.Envelope(data));

        var outcome = await fixture.People.UpsertAsync(PeopleFixture.Three()[0]);

        (outcome.Status, outcome.Gsid, outcome.RequestId).Should().Be((RowStatus.Upserted, Gsid, "r-1"));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"Person was upserted.\"")]
    [InlineData("""{"companies":[{"Gsid":"1C01"}]}""")]
    [InlineData("true")]
    public async Task A_success_without_an_id_is_a_success_all_the_same(string data)
    {
        using var fixture = new PeopleFixture();
        fixture.Wire.Answer(StubHandler.Envelope(data));

        var outcome = await fixture.People.UpsertAsync(PeopleFixture.Three()[0]);

        (outcome.Status, outcome.Gsid).Should().Be((RowStatus.Upserted, null));
    }

    [Fact]
    public async Task Errors_beside_a_success_fail_the_row()
    {
        using var fixture = new PeopleFixture();
        fixture.Wire.Answer(StubHandler.Envelope("""{"errors":[{"errors":[{"errorCode":"GSOBJ_VDTURL1001","fieldName":"LinkedinUrl","errorMessage":"bad"}]}]}"""));

        var outcome = await fixture.People.UpsertAsync(PeopleFixture.Three()[0]);

        outcome.Status.Should().Be(RowStatus.Failed);
        outcome.Errors.Should().ContainSingle().Which.ToString().Should().Be("GSOBJ_VDTURL1001 (LinkedinUrl)");
    }

    [Theory]
    [InlineData("Invalid email. (Second_Email__gc = x (y = z)).", "Second_Email__gc")]
    [InlineData("invalid dateTime format (Since__gc= soon)", "Since__gc")]
    [InlineData("The person (see the log) is not valid.", null)]
    [InlineData("The person (of 3 = three) is not valid.", null)]
    [InlineData("Not valid.", null)]
    public async Task The_field_is_taken_from_the_text_where_it_names_one(string text, string? field)
    {
        using var fixture = new PeopleFixture();
        fixture.Wire.Answer(HttpStatusCode.BadRequest, $$"""{"result":false,"errorCode":"GSOBJ_VDTEMAIL1001","errorDesc":"{{text}}","requestId":"r","data":null}""");

        var outcome = await fixture.People.UpsertAsync(PeopleFixture.Three()[0]);

        (outcome.Errors[0].Code, outcome.Errors[0].Field).Should().Be(("GSOBJ_VDTEMAIL1001", field));
    }

    [Fact]
    public async Task One_person_goes_out_unwrapped_with_what_was_set()
    {
        using var fixture = new PeopleFixture();
        fixture.Wire.Answer(StubHandler.Envelope());
        var person = PeopleFixture.Three()[0];
        person.Companies.Add(new CompanyPerson { CompanyId = "1P02A", Title = "Head of Ops" });
        person["CreatedDate"] = "2026-01-01";

        await fixture.People.UpsertAsync(person);

        var sent = fixture.Wire.Sent.Should().ContainSingle().Which;
        (sent.Method, sent.Address.PathAndQuery).Should().Be((HttpMethod.Put, "/v1/peoplemgmt/v1.0/people"));
        sent.Body.Should().Be("""{"Email":"a@x.example","EmailOptOut":false,"Comments":"I am a","companies":[{"Company_ID":"1P02A","Title":"Head of Ops"}]}""");
    }
}
