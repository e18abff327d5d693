using Gainsight.Client.Tests.Timeline;

namespace Gainsight.Client.Tests.Users;

/// <summary>Answers of user management, of which no form is known.</summary>
public sealed class UserAnswerTests
{
    [Theory]
    [InlineData("null", null)]
    [InlineData("[]", null)]
    [InlineData("\"done\"", null)]
    [InlineData("""{"count":1}""", null)]
    [InlineData("""{"records":[{"Gsid":"1P01A"}]}""", "1P01A")]
    [InlineData("""{"count":1,"errors":null,"records":[{"Gsid":"1P01A","SFDCUserName":"ada"}]}""", "1P01A")]
    public async Task A_success_is_one_in_every_form(string data, string? gsid)
    {
        using var fixture = new TimelineFixture();
        fixture.Wire.Answer(StubHandler.Envelope(data));

        var report = await fixture.Client.Users.InsertAsync([new User { Name = "Ada", Email = "ada@example.test", SfdcUserName = "ada" }]);

        report.Inserted.Should().ContainSingle().Which.Gsid.Should().Be(gsid);
        fixture.Wire.Sent.Should().ContainSingle();
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""{"records":[{"Gsid":"1P01A","SFDCUserName":"ada"}]}""")]
    [InlineData("""{"count":0,"records":[]}""")]
    public async Task A_refusal_is_none_because_it_repeats_what_was_sent(string data)
    {
        using var fixture = new TimelineFixture();
        fixture.Wire.Answer(
            System.Net.HttpStatusCode.BadRequest,
            $$"""{"result":false,"errorCode":"GU_2401","errorDesc":"Bulk user create failed","requestId":"r","data":{{data}},"message":null}""");

        var report = await fixture.Client.Users.InsertAsync([new User { Name = "Ada", Email = "ada@example.test", SfdcUserName = "ada" }]);

        report.Failed.Should().ContainSingle().Which.Errors[0].Code.Should().Be("GU_2401");
    }

    [Fact]
    public async Task An_error_with_an_id_that_the_row_does_not_have_is_matched_by_the_one_that_it_has()
    {
        using var fixture = new TimelineFixture();
        fixture.Wire.Answer(StubHandler.Envelope("""{"count":0,"records":[{"SFDCUserName":"ada","Gsid":"1P01A","errors":[{"errorCode":"GU_1","errorMessage":"bad"}]}]}"""));

        var report = await fixture.Client.Users.UpdateAsync([new User { Gsid = "1P01A", Name = "Ada" }], SystemFields.Gsid);

        report.Failed.Should().ContainSingle().Which.Errors[0].Code.Should().Be("GU_1");
    }

    [Theory]
    [InlineData("""{"SFDCUserName":"svc-a","Email":"ops@x.example"}""", "FI")]
    [InlineData("""{"Email":"ops@x.example"}""", "??")]
    public async Task An_error_of_one_user_does_not_condemn_another_with_the_same_address(string user, string expected)
    {
        using var fixture = new TimelineFixture();
        fixture.Wire.Answer(StubHandler.Envelope($$"""{"count":1,"records":[{{user[..^1]}},"errors":[{"errorCode":"GU_1","errorMessage":"bad"}]}]}"""));

        var report = await fixture.Client.Users.InsertAsync(
            [new User { Name = "A", Email = "ops@x.example", SfdcUserName = "svc-a" }, new User { Name = "B", Email = "ops@x.example", SfdcUserName = "svc-b" }]);

        string.Concat(report.Rows.Select(row => row.Status switch { RowStatus.Inserted => 'I', RowStatus.Failed => 'F', _ => '?' })).Should().Be(expected);
    }

    [Theory]
    [InlineData("""[{"Gsid":"1P01A"}]""", null)]
    [InlineData("""{"users":[{"Gsid":"1P01A"}],"totalCount":7}""", 7)]
    [InlineData("""{"Records":[{"Gsid":"1P01A"}],"Total":7}""", 7)]
    [InlineData("""{"content":[{"Gsid":"1P01A"}],"count":7,"pageable":{}}""", 7)]
    public async Task A_page_is_read_in_every_form(string data, int? total)
    {
        using var fixture = new TimelineFixture();
        fixture.Wire.Answer(StubHandler.Envelope(data));

        var page = await fixture.Client.Users.ListAsync(
            fixture.Client.Users.Query().Select(UserFields.Name).Where(UserFields.IsActiveUser.EqualTo(true)).OrderByDescending(UserFields.ModifiedDate), 2, 25);

        page.Users.Should().ContainSingle().Which.Gsid.Should().Be("1P01A");
        page.Total.Should().Be(total);
        fixture.Wire.Sent[0].Body.Should().Be(
            """{"select":["Name"],"where":{"conditions":[{"name":"IsActiveUser","alias":"A","value":[true],"operator":"EQ"}],"expression":"A"},"orderBy":{"ModifiedDate":"desc"},"page":2,"limit":25,"includeTotal":true}""");
    }

    [Fact]
    public async Task The_status_of_users_is_set_by_a_list_of_their_GSIDs()
    {
        using var fixture = new TimelineFixture();
        fixture.Wire.Answer(StubHandler.Envelope());

        var report = await fixture.Client.Users.SetActiveAsync(["1P01A", "1P01B"], isActive: false);

        report.Updated.Should().HaveCount(2);
        fixture.Wire.Sent[0].Address.PathAndQuery.Should().Be("/v1/users/services/status?status=false");
        fixture.Wire.Sent[0].Body.Should().Be("""["1P01A","1P01B"]""");
    }

    [Fact]
    public async Task A_company_is_looked_up_as_in_the_documented_sample()
    {
        using var fixture = new TimelineFixture();
        fixture.Wire.Answer(StubHandler.Envelope());
        var user = new User { LicenseType = "External", Email = "guest@example.test" };
        user.SetLookup(UserFields.CompanyId, CompanyFields.Name, "Example Holdings");

        await fixture.Client.Users.InsertAsync([user]);

        fixture.Body(0).GetProperty("records")[0].GetProperty("CompanyName").GetString().Should().Be("Example Holdings");
        fixture.Body(0).GetProperty("lookups").GetProperty("CompanyID").GetProperty("fields").GetProperty("CompanyName").GetString().Should().Be("Name");
    }
}
