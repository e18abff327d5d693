namespace Gainsight.Client.Emulator.Tests;

public sealed class TimelineContextTests
{
    [Theory]
    [InlineData("Scorecard")]
    [InlineData("ScorecardMeasure")]
    [InlineData("Milestone")]
    public async Task A_context_of_which_only_the_name_is_documented_needs_nothing_and_keeps_what_was_sent(string context)
    {
        using var tenant = new Tenant();
        var acme = tenant.Acme();

        var with = await tenant.SaveAsync(TimelineCalls.Note("ext-1", "ContextName", context).Set("ContextId", "1S99DEMO00000000000000000000000000A1"));
        var without = await tenant.SaveAsync(TimelineCalls.Note("ext-2", "ContextName", context).Without("companyName"));
        var wrong = await tenant.SaveAsync(
            TimelineCalls.Note("ext-3", "ContextName", context).Without("companyName").Set("GsCompanyId", "1P02DEMO00000000000000000000000000A1"));

        with.Keys("success").Should().Equal("ext-1");
        without.Keys("success").Should().Equal("ext-2");
        wrong.Failures("ext-3").Should().Equal("GS_TL_10_0213");
        tenant.Activities().Rows.Select(row => (row["ContextName"], row["ContextId"], row["GsCompanyId"])).Should().BeEquivalentTo(
            new (object?, object?, object?)[] { (context, "1S99DEMO00000000000000000000000000A1", acme), (context, null, null) });
    }

    [Theory]
    [InlineData("Galaxy", "GS_TL_10_0213")]
    [InlineData("milestone", "GS_TL_10_0213")]
    [InlineData("", "GS_TL_10_0206")]
    [InlineData(null, "GS_TL_10_0206")]
    public async Task A_context_that_has_no_documented_name_fails_its_record_alone(string? context, string code)
    {
        using var tenant = new Tenant();
        _ = tenant.Acme();

        var answer = await tenant.SaveAsync(TimelineCalls.Note("ext-1", "ContextName", context), TimelineCalls.Note("ext-2"));

        answer.Failures("ext-1").Should().Equal(code);
        answer.Keys("success").Should().Equal("ext-2");
    }

    [Theory]
    [InlineData("Relationship")]
    [InlineData("CTA")]
    [InlineData("SuccessPlan")]
    [InlineData("GS_Opportunity")]
    public async Task A_context_that_is_not_there_fails_its_record(string context)
    {
        using var tenant = new Tenant();
        _ = tenant.Acme();
        var unknown = "1P05DEMO00000000000000000000000000A1";

        var missing = await tenant.SaveAsync(TimelineCalls.Note("ext-1", "ContextName", context));
        var wrong = await tenant.SaveAsync(
            TimelineCalls.Note("ext-2", "ContextName", context).Set(context == "Relationship" ? "GsRelationshipId" : "ContextId", unknown));

        missing.Failures("ext-1").Should().Equal("GS_TL_10_0206");
        wrong.Failures("ext-2").Should().Equal("GS_TL_10_0213");
    }

    [Theory]
    [InlineData("Relationship", "relationship", "GsRelationshipId")]
    [InlineData("CTA", "call_to_action", "ContextId")]
    [InlineData("SuccessPlan", "cta_group", "ContextId")]
    [InlineData("GS_Opportunity", "gs_opportunity", "ContextId")]
    public async Task A_context_of_another_company_is_refused_and_the_right_one_gives_the_company(string context, string objectName, string field)
    {
        using var tenant = new Tenant();
        string acme = tenant.Acme(), other = tenant.Companies.Insert(("Name", "Other"));
        var owner = tenant.Emulator.Object(objectName).Insert(("Name", "Renewal"), ("CompanyId", acme));
        var note = TimelineCalls.Note("ext-1", "ContextName", context).Without("companyName").Set(field, owner);

        var wrong = await tenant.SaveAsync(note.Set("GsCompanyId", other));
        var right = await tenant.SaveAsync(note.Without("GsCompanyId"));

        wrong.Failures("ext-1").Should().Equal("GS_TL_10_0213");
        right.Keys("success").Should().Equal("ext-1");
        var saved = tenant.Activities().Rows.Should().ContainSingle().Which;
        (saved["GsCompanyId"], saved["ContextId"]).Should().Be((acme, owner));
    }

    [Fact]
    public async Task A_type_that_the_tenant_adds_can_be_saved()
    {
        using var tenant = new Tenant();
        _ = tenant.Acme();
        tenant.Emulator.AddActivityType("Business review", "Meeting");

        var answer = await tenant.SaveAsync(TimelineCalls.Note("ext-1", "TypeName", "Business review"));

        answer.Keys("success").Should().Equal("ext-1");
        tenant.Activities().Rows.Single()["ReportingCategory"].Should().Be("Meeting");
    }
}
