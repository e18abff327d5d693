using Gainsight.Client;

namespace CockpitSample;

/// <summary>A risk event that becomes a CTA with a task, a plan with objectives, and a goal that is linked to them.</summary>
internal sealed class Tour(GainsightClient gainsight)
{
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var company = await CompanyAsync(cancellationToken);
        var users = gainsight.Objects("gsuser").Query().Select(UserFields.Name).Where(UserFields.Email.EqualTo("rhea@northwind.example"));
        var owner = (await users.FirstOrDefaultAsync(cancellationToken))?.Gsid
            ?? throw new InvalidOperationException("The tenant has no user rhea@northwind.example. Use the address of one of your own users in the examples.");

        var configuration = await gainsight.Ctas.GetConfigurationAsync(cancellationToken: cancellationToken);
        Console.WriteLine($"CTA types: {string.Join(", ", configuration.CtaTypes.Select(type => type.Name))}");

        var cta = await RiskExample.ReportAsync(gainsight, company, owner, cancellationToken);
        Console.WriteLine($"Risk event: {cta}, with {(await gainsight.Tasks.GetByCtaAsync(cta.Gsid!, cancellationToken)).Count} task");

        var plan = await PlanExample.CreateAsync(gainsight, company, cancellationToken);
        var goal = await MilestoneExample.ReachAsync(gainsight, company, plan.Gsid!, cancellationToken);
        Console.WriteLine($"Milestone: {goal}");

        await foreach (var open in gainsight.Ctas.Query().Where(CtaFields.CompanyId.EqualTo(company) & CtaFields.IsClosed.EqualTo(false)).ReadAsync(cancellationToken))
        {
            Console.WriteLine($"  {open.Type,-10} {open.Status,-6} {open.DueDate:O}  {open.Name}");
        }

        var closed = await gainsight.Ctas.CloseAsync(cta.Gsid!, "Closed Success", cancellationToken);
        var closedPlan = await gainsight.SuccessPlans.CloseAsync(plan.Gsid!, "Closed", cancellationToken);
        Console.WriteLine($"Closed: CTA {closed.Status}, plan {closedPlan.Status}");
        return cta.Succeeded && plan.Succeeded && goal.Succeeded && closed.Succeeded && closedPlan.Succeeded;
    }

    private async Task<string> CompanyAsync(CancellationToken cancellationToken)
    {
        var company = new Company { Name = "Larch Mills (Gainsight.Client Cockpit sample)" };
        var outcome = await gainsight.Companies.UpsertAsync(company, CompanyFields.Name, cancellationToken);
        return outcome.Gsid ?? throw new InvalidOperationException($"The company for the examples was not written: {outcome}");
    }
}
