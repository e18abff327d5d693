using System.Net;

namespace Gainsight.Client.Emulator.Tests;

public sealed class PersonUpsertTests
{
    private const string Path = "/v1/peoplemgmt/v1.0/people";

    [Theory]
    [InlineData(Path)]
    [InlineData("/v1.0/api/people")]
    public async Task A_person_is_inserted_and_then_updated_by_its_e_mail_address(string path)
    {
        using var tenant = new Tenant();
        var company = tenant.Companies.Insert(("Name", "Brightwater"));

        var first = await PutAsync(tenant, $$"""{"Email":"ines@brightwater.example","FirstName":"Ines","companies":[{"Company_ID":"{{company}}","Title":"Head of Ops"}]}""", path);
        var second = await PutAsync(tenant, $$"""{"Email":"ines@brightwater.example","LastName":"Vale","companies":[{"Company_ID":"{{company}}","Role":"Buyer"}]}""", path);

        var gsid = first.Data.GetProperty("Gsid").GetString()!;
        second.Data.GetProperty("Gsid").GetString().Should().Be(gsid);
        var person = People(tenant).Rows.Should().ContainSingle().Subject;
        (person["FirstName"], person["LastName"]).Should().Be(("Ines", "Vale"));
        var member = tenant.Emulator.Object("Company_Person").Rows.Should().ContainSingle().Subject;
        (member["Person_ID"], member["Company_ID"], member["Title"], member["Role"], member["Active"]).Should().Be((gsid, company, "Head of Ops", "Buyer", true));
    }

    [Fact]
    public async Task Custom_fields_of_a_person_and_of_its_memberships_are_written()
    {
        using var tenant = new Tenant();
        var company = tenant.Companies.Insert(("Name", "Brightwater"));
        _ = People(tenant).AddField("Favorite_Tool__gc", EmulatedDataType.String);
        _ = tenant.Emulator.Object("Company_Person").AddField("Desk__gc", EmulatedDataType.Number);

        var answer = await PutAsync(
            tenant,
            $$"""{"Email":"a@b.example","Favorite_Tool__gc":"lathe","companies":[{"Company_ID":"{{company}}","Desk__gc":7,"IsPrimaryCompany":true,"Active":false}]}""");

        answer.Result.Should().BeTrue(answer.Text);
        answer.Data.GetProperty("Favorite_Tool__gc").GetString().Should().Be("lathe");
        var member = answer.Data.GetProperty("companies").EnumerateArray().Single();
        member.GetProperty("Desk__gc").GetDecimal().Should().Be(7);
        member.GetProperty("Active").GetBoolean().Should().BeFalse();
    }

    [Theory]
    [InlineData("relationships")]
    [InlineData("relationship_person")]
    [InlineData("relationshipPerson")]
    public async Task A_person_is_linked_to_a_relationship_by_any_likely_name(string name)
    {
        using var tenant = new Tenant();
        var company = tenant.Companies.Insert(("Name", "Brightwater"));
        var relationship = tenant.Emulator.Object("Relationship").Insert(("Name", "EMEA"), ("CompanyId", company));

        var answer = await PutAsync(tenant, $$"""{"Email":"a@b.example","{{name}}":[{"Relationship_ID":"{{relationship}}","Role":"Sponsor"}]}""");

        answer.Result.Should().BeTrue(answer.Text);
        var contact = tenant.Emulator.Object("Relationship_Person").Rows.Should().ContainSingle().Subject;
        (contact["Relationship_ID"], contact["Company_ID"], contact["Role"]).Should().Be((relationship, company, "Sponsor"));
    }

    [Theory]
    [InlineData("\"Brightwater\"", null)]
    [InlineData("\"Nobody\"", "GSOBJ_PEOPLE1001")]
    public async Task Lookups_at_the_top_level_reach_the_memberships(string name, string? code)
    {
        using var tenant = new Tenant();
        var company = tenant.Companies.Insert(("Name", "Brightwater"));

        var answer = await PutAsync(tenant, $$$$"""
            {"Email":"a@b.example","companies":[{"Account":{{{{name}}}},"Title":"CTO"}],
             "lookups":{"Company_ID":{"fields":{"Account":"Name"},"lookupField":"Gsid","objectName":"company","multiMatchOption":"FIRSTMATCH","onNoMatch":"ERROR"}}}
            """);

        answer.Code.Should().Be(code);
        (tenant.Emulator.Object("Company_Person").Rows.SingleOrDefault()?["Company_ID"]).Should().Be(code is null ? company : null);
        People(tenant).Count.Should().Be(code is null ? 1 : 0);
    }

    [Theory]
    [InlineData("""{}""", "GSOBJ_VCRUDR1001")]
    [InlineData("""[]""", "GSOBJ_VCRUDR1001")]
    [InlineData("""{"records":[{"Email":"a@b.example"}]}""", "GSOBJ_VCRUDR1002")]
    [InlineData("""{"Email":"a@b.example","Gsid":"1P03DEMO00000000000000000000000000A1"}""", "GSOBJ_VCRUDR1002")]
    [InlineData("""{"Email":"a@b.example","Shoe_Size__gc":42}""", "GSOBJ_VCRUDR1002")]
    [InlineData("""{"FirstName":"Ines"}""", "GSOBJ_VCRUDR1003")]
    [InlineData("""{"Email":null}""", "GSOBJ_VCRUDR1003")]
    [InlineData("""{"Email":"not an address"}""", "GSOBJ_VDTEMAIL1001")]
    [InlineData("""{"Email":"a@b.example","FirstName":5}""", "GSOBJ_VDTBSTR1001")]
    [InlineData("""{"Email":"a@b.example","EmailOptOut":"no"}""", "GSOBJ_VDTBOOL1001")]
    [InlineData("""{"Email":"a@b.example","MasterAvatarTypeCode":"1"}""", "GSOBJ_VDTNUM1001")]
    [InlineData("""{"Email":"a@b.example","MasterAvatarTypeCode":1e400}""", "GSOBJ_VDTNUM1002")]
    [InlineData("""{"Email":"a@b.example","LinkedinUrl":"nowhere"}""", "GSOBJ_VDTURL1001")]
    [InlineData("""{"Email":"a@b.example","MasterRecordID":"short"}""", "GSOBJ_VDTGSID1001")]
    [InlineData("""{"Email":"a@b.example","Budget__gc":"1,000"}""", "GSOBJ_VDTCURREN1002")]
    [InlineData("""{"Email":"a@b.example","Budget__gc":true}""", "GSOBJ_VDTCURREN1001")]
    [InlineData("""{"Email":"a@b.example","Share__gc":"half"}""", "GSOBJ_VDTPERCENT1001")]
    [InlineData("""{"Email":"a@b.example","Born__gc":"yesterday"}""", "GSOBJ_VDTDATIME1001")]
    [InlineData("""{"Email":"a@b.example","Seen__gc":"yesterday"}""", "GSOBJ_VDTDATIME1001")]
    [InlineData("""{"Email":"a@b.example","Sfdc__gc":"123"}""", "GSOBJ_VDTSFDCID1001")]
    [InlineData("""{"Email":"a@b.example","Empty__gc":"x"}""", "GSOBJ_VDTPKLST1001")]
    [InlineData("""{"Email":"a@b.example","Kind__gc":"x"}""", "GSOBJ_VDTPKLST1002")]
    [InlineData("""{"Email":"a@b.example","companies":[{"Title":"CTO"}]}""", "GSOBJ_VCRUDR1003")]
    [InlineData("""{"Email":"a@b.example","companies":[{}]}""", "GSOBJ_VCRUDR1001")]
    [InlineData("""{"Email":"a@b.example","companies":[{"Company_ID":"1P02DEMO00000000000000000000000000A1"}]}""", "GSOBJ_PEOPLE1001")]
    public async Task Each_error_has_its_own_code_and_nothing_is_written(string body, string code)
    {
        using var tenant = new Tenant();
        var people = People(tenant);
        _ = people.AddField("Budget__gc", EmulatedDataType.Currency);
        _ = people.AddField("Share__gc", EmulatedDataType.Percentage);
        _ = people.AddField("Born__gc", EmulatedDataType.Date);
        _ = people.AddField("Seen__gc", EmulatedDataType.DateTime);
        _ = people.AddField("Sfdc__gc", EmulatedDataType.SfdcId);
        _ = people.AddField("Empty__gc", EmulatedDataType.Picklist);
        _ = people.AddField("Kind__gc", EmulatedDataType.Picklist).Picklist!.AddItem("Buyer");

        var answer = await PutAsync(tenant, body);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Result.Should().BeFalse();
        answer.Code.Should().Be(code);
        people.Count.Should().Be(0);
        tenant.Emulator.Object("Company_Person").Count.Should().Be(0);
    }

    [Theory]
    [InlineData(PersonDataForm.Person, "Gsid")]
    [InlineData(PersonDataForm.Records, "records")]
    [InlineData(PersonDataForm.People, "people")]
    public async Task The_response_holds_the_person_where_the_switch_says(PersonDataForm form, string member)
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.PersonData = form;

        var answer = await PutAsync(tenant, """{"Email":"a@b.example"}""");

        answer.Data.EnumerateObject().First().Name.Should().Be(member);
    }

    [Theory]
    [InlineData(Path)]
    [InlineData("/v1.0/api/people")]
    public async Task A_person_is_read_by_email_address_and_by_id(string path)
    {
        using var tenant = new Tenant();
        var gsid = People(tenant).Insert(("Email", "a+b@c.example"), ("Name", "Ines"));

        var byEmail = await tenant.SendAsync(HttpMethod.Get, path + "?email=a%2Bb%40c.example");
        var byGsid = await tenant.SendAsync(HttpMethod.Get, $"{path}/{gsid}");
        var empty = await tenant.SendAsync(HttpMethod.Get, path + "?email=");
        var unknown = await tenant.SendAsync(HttpMethod.Get, path + "?email=nobody%40c.example");

        byEmail.Data.GetProperty("Gsid").GetString().Should().Be(gsid);
        byGsid.Data.GetProperty("Name").GetString().Should().Be("Ines");
        empty.Code.Should().Be("GSOBJ_VQP1001");
        unknown.Code.Should().Be("GSOBJ_1011");
    }

    [Fact]
    public async Task The_legacy_path_can_be_pinged()
    {
        using var tenant = new Tenant();

        (await tenant.SendAsync(HttpMethod.Get, "/v1.0/api/people")).Result.Should().BeTrue();
    }

    private static EmulatedObject People(Tenant tenant) => tenant.Emulator.Object("Person");

    private static Task<Answer> PutAsync(Tenant tenant, string body, string path = Path) => tenant.SendAsync(HttpMethod.Put, path, body);
}
