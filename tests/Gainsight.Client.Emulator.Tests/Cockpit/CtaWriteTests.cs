using System.Net;

namespace Gainsight.Client.Emulator.Tests;

public sealed class CtaWriteTests
{
    [Theory]
    [InlineData("/v2/cockpit/cta")]
    [InlineData("/v2/cockpit/cta/")]
    public async Task A_cta_is_created_by_names_and_lookups_under_its_reference(string path)
    {
        using var cockpit = new Cockpit();

        var answer = await cockpit.SendAsync(HttpMethod.Post, path, """
            {"requests":[{"record":{"referenceId":"inv-4410","Name":"Invoice 4410 unpaid","Account":"Larch Mills","OwnerEmail":"rhea@northwind.example",
              "DueDate":"2031-03-14","type":"Risk","reason":"Billing","status":"New","priority":"High","Comments":"<p>second reminder</p>"}}],
             "lookups":{"OwnerId":{"fields":{"OwnerEmail":"Email"},"lookupField":"Gsid","objectName":"gsuser","multiMatchOption":"FIRSTMATCH","onNoMatch":"ERROR"},
                        "CompanyId":{"fields":{"Account":"Name"},"lookupField":"Gsid","objectName":"company"}}}
            """);

        var gsid = Cockpit.Gsid(answer, "inv-4410");
        answer.Data.GetRawText().Should().Be($$"""{"success":[{"inv-4410":"{{gsid}}"}],"failure":[]}""");
        var cta = cockpit.Ctas.Find(gsid)!;
        gsid.Should().StartWith("1S01");
        (cta["CompanyId"], cta["OwnerId"], cta["DueDate"]).Should().Be((cockpit.Company, cockpit.Owner, new DateOnly(2031, 3, 14)));
        (cta["EntityType"], cta["IsClosed"], cta["ClosedDate"]).Should().Be(("COMPANY", false, null));
    }

    [Theory]
    [InlineData("\"Name\":\"Invoice unpaid\",", "Name")]
    [InlineData("\"type\":\"Risk\",", "type")]
    [InlineData(",\"reason\":\"Billing\"", "reason")]
    [InlineData("\"referenceId\":\"r\",", "referenceId")]
    public async Task A_missing_mandatory_field_is_named_under_the_reference_and_the_call_succeeds(string without, string name)
    {
        using var cockpit = new Cockpit();
        var record = cockpit.CtaRecord().Replace(without, "", StringComparison.Ordinal);
        record = name == "type" ? record.Replace(",\"reason\":\"Billing\"", "", StringComparison.Ordinal) : record;

        var answer = await cockpit.SendAsync(HttpMethod.Post, "/v2/cockpit/cta", Cockpit.Requests(record));

        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.Result.Should().BeTrue();
        Cockpit.Failure(answer, name == "referenceId" ? "1" : "r")!.Value.GetString().Should()
            .Be($"COCKPIT_9700: Missing mandatory fields for create - {name}");
        cockpit.Ctas.Count.Should().Be(0);
    }

    [Theory]
    [InlineData(",\"status\":\"Nonsense\"", "GSOBJ_1012")]
    [InlineData(",\"priority\":\"high\"", "GSOBJ_1012")]
    [InlineData(",\"TypeId\":\"1I00DEMO00000000000000000000000000A1\"", "GSOBJ_1002")]
    [InlineData(",\"IsClosed\":true", "GSOBJ_1002")]
    [InlineData(",\"OpenTaskCount\":3", "GSOBJ_1002")]
    [InlineData(",\"DueDate\":\"03-14-2031\"", "GSOBJ_1006")]
    [InlineData(",\"CtaGroupId\":\"1S02DEMO00000000000000000000000000A1\"", "GSOBJ_1011")]
    [InlineData(",\"EntityType\":\"PLANET\"", "GSOBJ_1008")]
    [InlineData(",\"EntityType\":\"RELATIONSHIP\"", "COCKPIT_9700")]
    public async Task A_bad_record_fails_alone(string more, string code)
    {
        using var cockpit = new Cockpit();

        var answer = await cockpit.SendAsync(
            HttpMethod.Post, "/v2/cockpit/cta", Cockpit.Requests(cockpit.CtaRecord("bad", more), cockpit.CtaRecord("good")));

        Cockpit.Failure(answer, "bad")!.Value.GetString().Should().StartWith(code);
        cockpit.Ctas.Find(Cockpit.Gsid(answer, "good")).Should().NotBeNull();
        cockpit.Ctas.Count.Should().Be(1);
    }

    [Fact]
    public async Task A_reason_belongs_to_its_type()
    {
        using var cockpit = new Cockpit();
        var record = cockpit.CtaRecord().Replace("Billing", "Upsell", StringComparison.Ordinal);

        var asRisk = await cockpit.SendAsync(HttpMethod.Post, "/v2/cockpit/cta", Cockpit.Requests(record));
        var asOpportunity = await cockpit.SendAsync(
            HttpMethod.Post, "/v2/cockpit/cta", Cockpit.Requests(record.Replace("Risk", "Opportunity", StringComparison.Ordinal)));

        Cockpit.Failure(asRisk)!.Value.GetString().Should().StartWith("GSOBJ_1012");
        Cockpit.Gsid(asOpportunity).Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_relationship_cta_takes_its_type_from_the_relationship_and_must_be_of_its_company()
    {
        using var cockpit = new Cockpit();
        var type = cockpit.Tenant.Emulator.Object("relationship_type").Rows.Single().Gsid;
        var relationships = cockpit.Tenant.Emulator.Object("Relationship");
        var own = relationships.Insert(("Name", "EMEA"), ("CompanyId", cockpit.Company), ("TypeId", type));
        var other = relationships.Insert(("Name", "APAC"), ("CompanyId", cockpit.Tenant.Companies.Insert(("Name", "Other"))));

        var gsid = await cockpit.CreateCtaAsync($",\"EntityType\":\"RELATIONSHIP\",\"RelationshipId\":\"{own}\"");
        var refused = await cockpit.SendAsync(
            HttpMethod.Post, "/v2/cockpit/cta", Cockpit.Requests(cockpit.CtaRecord(more: $",\"EntityType\":\"RELATIONSHIP\",\"RelationshipId\":\"{other}\"")));

        var without = await cockpit.SendAsync(HttpMethod.Post, "/v2/cockpit/cta", Cockpit.Requests(
            cockpit.CtaRecord(more: $",\"EntityType\":\"RELATIONSHIP\",\"RelationshipId\":\"{own}\"").Replace($"\"CompanyId\":\"{cockpit.Company}\",", "", StringComparison.Ordinal)));

        cockpit.Ctas.Find(gsid)!["RelationshipTypeId"].Should().Be(type);
        cockpit.Ctas.Find(Cockpit.Gsid(without))!["CompanyId"].Should().Be(cockpit.Company);
        Cockpit.Failure(refused)!.Value.GetString().Should().StartWith("GSOBJ_1008");
    }

    [Fact]
    public async Task An_update_changes_what_is_sent_and_a_closed_status_closes()
    {
        using var cockpit = new Cockpit();
        var gsid = await cockpit.CreateCtaAsync(",\"DueDate\":\"2026-03-10\"");
        cockpit.Tenant.Clock.Advance(TimeSpan.FromDays(1));

        var closed = await UpdateAsync(cockpit, $$"""{"Gsid":"{{gsid}}","referenceId":"r","status":"Closed Success"}""");
        var after = cockpit.Ctas.Find(gsid)!;
        var reopened = await UpdateAsync(cockpit, $$"""{"Gsid":"{{gsid}}","referenceId":"r","status":"New","DueDate":"2026-03-20"}""");
        var last = cockpit.Ctas.Find(gsid)!;

        Cockpit.Gsid(closed).Should().Be(gsid);
        (after["IsClosed"], after["ClosedDate"], after["Name"]).Should().Be((true, cockpit.Tenant.Clock.GetUtcNow(), "Invoice unpaid"));
        after["ModifiedDate"].Should().Be(cockpit.Tenant.Clock.GetUtcNow());
        reopened.Result.Should().BeTrue();
        (last["IsClosed"], last["ClosedDate"], last["DueDateVariance"]).Should().Be((false, null, 10m));
    }

    [Theory]
    [InlineData("""{"referenceId":"r","Name":"x"}""", "COCKPIT_6007: Invalid GSID of CTA")]
    [InlineData("""{"referenceId":"r","Gsid":"1S01DEMO00000000000000000000000000A1"}""", "COCKPIT_6007: Invalid GSID of CTA")]
    public async Task An_update_of_an_unknown_cta_fails(string record, string failure)
    {
        using var cockpit = new Cockpit();

        var answer = await UpdateAsync(cockpit, record);

        Cockpit.Failure(answer)!.Value.GetString().Should().Be(failure);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"requests":[]}""")]
    [InlineData("""{"requests":[{"Name":"x"}]}""")]
    [InlineData("""{"records":[{"Name":"x"}]}""")]
    [InlineData("not json")]
    public async Task A_body_of_another_shape_is_refused_as_a_whole(string body)
    {
        using var cockpit = new Cockpit();

        var answer = await cockpit.SendAsync(HttpMethod.Post, "/v2/cockpit/cta/", body);

        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.Result.Should().BeFalse();
        answer.Data.GetRawText().Should().Be("{}");
    }

    [Fact]
    public async Task The_number_of_records_in_a_call_can_be_limited()
    {
        using var cockpit = new Cockpit();
        cockpit.Tenant.Emulator.Limits.CockpitRecordsPerCall = 1;

        var two = await cockpit.SendAsync(HttpMethod.Post, "/v2/cockpit/cta", Cockpit.Requests(cockpit.CtaRecord("a"), cockpit.CtaRecord("b")));

        two.Result.Should().BeFalse();
        cockpit.Ctas.Count.Should().Be(0);
    }

    private static Task<Answer> UpdateAsync(Cockpit cockpit, string record) =>
        cockpit.SendAsync(HttpMethod.Put, "/v2/cockpit/cta/", Cockpit.Requests(record));

    [Fact]
    public async Task A_lookup_to_an_object_that_is_not_there_refuses_the_record()
    {
        using var cockpit = new Cockpit();
        var contract = cockpit.Ctas.AddField("Contract__gc", EmulatedDataType.Lookup);
        contract.LookupObject = "Contract__gc";

        var written = await cockpit.SendAsync(
            HttpMethod.Post, "/v2/cockpit/cta", Cockpit.Requests(cockpit.CtaRecord(more: $",\"Contract__gc\":\"{cockpit.Company}\"")));
        var read = await cockpit.ListAsync(
            """{"select":["Name"],"where":{"conditions":[{"fieldName":"Contract__gc","operator":"EQ","value":["x"],"alias":"A"}],"expression":"A"}}""");

        Cockpit.Failure(written).Should().NotBeNull();
        read.Result.Should().BeFalse();
    }
}
