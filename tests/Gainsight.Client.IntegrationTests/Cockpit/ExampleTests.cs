using System.Text.RegularExpressions;
using CockpitSample;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.IntegrationTests.Cockpit;

/// <summary>The examples of the documents are cut from the sample, whose files are compiled in here.</summary>
public sealed class ExampleTests
{
    [Fact]
    public async Task The_readmes_example_creates_a_plan_with_two_objectives()
    {
        await using CockpitTenant tenant = await CockpitTenant.StartAsync();

        RowOutcome<SuccessPlan> plan = await PlanExample.CreateAsync(tenant.Gainsight, tenant.Company, CancellationToken.None);

        plan.Status.Should().Be(RowStatus.Inserted);
        tenant.Plans.Rows.Should().ContainSingle();
        tenant.Ctas.Rows.Should().HaveCount(2).And.OnlyContain(row => Equals(row["CtaGroupId"], plan.Gsid));
    }

    [Fact]
    public async Task A_risk_event_becomes_a_cta_with_a_task_and_a_milestone_a_goal_with_links()
    {
        await using CockpitTenant tenant = await CockpitTenant.StartAsync();
        RowOutcome<SuccessPlan> plan = await PlanExample.CreateAsync(tenant.Gainsight, tenant.Company, CancellationToken.None);

        RowOutcome<Cta> cta = await RiskExample.ReportAsync(tenant.Gainsight, tenant.Company, tenant.Owner, CancellationToken.None);
        RowOutcome<CustomerGoal> goal = await MilestoneExample.ReachAsync(tenant.Gainsight, tenant.Company, plan.Gsid!, CancellationToken.None);

        tenant.Tasks.Rows.Should().ContainSingle().Which["CtaId"].Should().Be(cta.Gsid);
        goal.Status.Should().Be(RowStatus.Inserted);
        tenant.Emulator.Object("customer_goal_link").Rows.Should().HaveCount(3);
    }

    [Theory]
    [InlineData("README.md", "PlanExample.cs", "README")]
    [InlineData("docs/recipes.md", "RiskExample.cs", "recipes")]
    [InlineData("docs/recipes.md", "MilestoneExample.cs", "recipes")]
    public void The_documents_show_what_the_sample_runs(string document, string file, string marker)
    {
        string code = ApprovedFile.Read($"samples/Cockpit/{file}");
        string snippet = Regex.Match(code, $"// {marker}: begin\n(.*?)\n *// {marker}: end", RegexOptions.Singleline).Groups[1].Value;

        string indented = Regex.Replace(snippet, "^ {8}", string.Empty, RegexOptions.Multiline);

        indented.Should().NotBeEmpty();
        ApprovedFile.Read(document).Should().Contain(indented);
    }
}
