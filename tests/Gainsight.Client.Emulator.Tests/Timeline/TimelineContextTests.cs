using System.Text.Json.Nodes;

namespace Gainsight.Client.Emulator.Tests;

public sealed class TimelineContextTests
{
    [Theory]
    [InlineData("Scorecard")]
    [InlineData("ScorecardMeasure")]
    [InlineData("Milestone")]
    public async Task Every_documented_context_is_taken(string context)
    {
        using var tenant = new Tenant();
        _ = tenant.Acme();

        Answer answer = await tenant.SaveAsync(TimelineCalls.Note("ext-1", "ContextName", context));

        answer.Keys("success").Should().Equal("ext-1");
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
        string unknown = "1P05DEMO00000000000000000000000000A1";

        Answer missing = await tenant.SaveAsync(TimelineCalls.Note("ext-1", "ContextName", context));
        Answer wrong = await tenant.SaveAsync(
            TimelineCalls.Note("ext-2", "ContextName", context).Set(context == "Relationship" ? "GsRelationshipId" : "ContextId", unknown));

        missing.Failures("ext-1").Should().Equal("GS_TL_10_0206");
        wrong.Failures("ext-2").Should().Equal("GS_TL_10_0213");
    }

    [Fact]
    public async Task A_context_of_another_company_is_refused_and_the_right_one_gives_the_company()
    {
        using var tenant = new Tenant();
        string acme = tenant.Acme(), other = tenant.Companies.Insert(("Name", "Other"));
        string opportunity = tenant.Emulator.Object("gs_opportunity").Insert(("Name", "Renewal"), ("CompanyId", acme));
        JsonObject note = TimelineCalls.Note("ext-1", "ContextName", "GS_Opportunity").Without("companyName").Set("ContextId", opportunity);

        Answer wrong = await tenant.SaveAsync(note.Set("GsCompanyId", other));
        Answer right = await tenant.SaveAsync(note.Without("GsCompanyId"));

        wrong.Failures("ext-1").Should().Equal("GS_TL_10_0213");
        right.Keys("success").Should().Equal("ext-1");
        tenant.Activities().Rows.Single()["GsCompanyId"].Should().Be(acme);
    }

    [Fact]
    public async Task A_type_that_the_tenant_adds_can_be_saved()
    {
        using var tenant = new Tenant();
        _ = tenant.Acme();
        tenant.Emulator.AddActivityType("Business review", "Meeting");

        Answer answer = await tenant.SaveAsync(TimelineCalls.Note("ext-1", "TypeName", "Business review"));

        answer.Keys("success").Should().Equal("ext-1");
        tenant.Activities().Rows.Single()["ReportingCategory"].Should().Be("Meeting");
    }
}
