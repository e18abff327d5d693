using Gainsight.Client;

namespace Onboarding;

/// <summary>What Gainsight should hold when a deal is won: company, person, CTA, task, note and plan.</summary>
internal sealed class CustomerOnboarding(GainsightClient gainsight, TimeProvider time)
{
    /// <summary>Returns the GSID of the company. Each step throws <see cref="WriteFailedException"/> if its record was not written.</summary>
    public async Task<string> StartAsync(NewCustomer customer, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

        var company = new Company { Name = customer.Name, Arr = customer.AnnualRevenue, RenewalDate = customer.GoLive.AddYears(1) };
        company.SetLookup(CompanyFields.Csm, UserFields.Email, customer.ManagerEmail);
        var companyGsid = Gsid(await gainsight.Companies.UpsertAsync(company, CompanyFields.Name, cancellationToken));

        var contact = new Person { Email = customer.ContactEmail, Name = customer.ContactName, Companies = [new CompanyPerson { CompanyId = companyGsid, Title = "Project lead" }] };
        (await gainsight.People.UpsertAsync(contact, cancellationToken)).EnsureSuccess();

        var cta = new Cta { Name = $"Onboard {customer.Name}", CompanyId = companyGsid, Type = "Lifecycle", Reason = "Onboarding", DueDate = customer.GoLive };
        cta.SetLookup(CtaFields.OwnerId, UserFields.Email, customer.ManagerEmail);
        var ctaGsid = Gsid(await gainsight.Ctas.InsertAsync(cta, cancellationToken));

        CsTask[] tasks =
        [
            new() { CtaId = ctaGsid, Name = "Call the project lead", DueDate = today.AddDays(2) },
            new() { CtaId = ctaGsid, Name = "Plan the training", DueDate = today.AddDays(9) },
        ];
        (await gainsight.Tasks.InsertAsync(tasks, cancellationToken)).EnsureSuccess();

        // The id makes the note exist once, even if this runs twice.
        var note = new TimelineActivity { ContextName = TimelineContexts.Company, TypeName = "Update", Subject = "Deal won", ExternalId = $"deal-won-{companyGsid}" };
        note.SetAuthor(customer.ManagerEmail);
        note.SetCompany(customer.Name);
        note.SetNotesText($"{customer.ContactName} leads the project.\nGo-live: {customer.GoLive:yyyy-MM-dd}");
        (await gainsight.Timeline.InsertAsync(note, cancellationToken)).EnsureSuccess();

        var plan = new SuccessPlan { Name = $"Onboard {customer.Name}", CompanyId = companyGsid, SuccessPlanType = "Onboarding", DueDate = customer.GoLive };
        plan.Objectives = [new Cta { Name = "First report live", DueDate = customer.GoLive.AddDays(-14), ObjectiveCategory = "Adoption" }];
        plan.SetLookup(SuccessPlanFields.OwnerId, UserFields.Email, customer.ManagerEmail);
        (await gainsight.SuccessPlans.InsertAsync(plan, cancellationToken)).EnsureSuccess();
        return companyGsid;
    }

    private static string Gsid<T>(RowOutcome<T> outcome) => outcome.EnsureSuccess().Gsid ?? throw new InvalidOperationException("Gainsight returned no GSID.");
}
