namespace Gainsight.Client.Fuzz.Clients;

/// <content>Writes of rows. Each checks that every row is told once.</content>
internal static partial class ClientOperations
{
    private const int Rows = 3;
    private const string Serial = "Serial_Number__gc";

    /// <summary>One call at a time, so that an input gives its changes to the same answers again.</summary>
    private static readonly WriteOptions InOrder = new() { MaxConcurrency = 1 };
    private static readonly WriteOptions Checked = new() { MaxConcurrency = 1, SkipUnchanged = true, Preflight = true };
    private static readonly WriteOptions Verified = new() { MaxConcurrency = 1, VerifyBy = CompanyFields.Name };
    private static readonly WriteOptions Whole = new() { MaxConcurrency = 1, RefusedCall = RefusedCall.Report };

    private static IEnumerable<ClientOperation> Writes =>
    [
        Write("company-insert", static _ => Companies, static (gainsight, rows, token) => gainsight.Companies.InsertAsync(rows, InOrder, token)),
        Write("company-insert-verified", static _ => Companies, static (gainsight, rows, token) => gainsight.Companies.InsertAsync(rows, Verified, token)),
        Write("company-update", static _ => Companies, static (gainsight, rows, token) => gainsight.Companies.UpdateAsync(rows, CompanyFields.Name, InOrder, token)),
        Write("company-upsert", static _ => Companies, static (gainsight, rows, token) => gainsight.Companies.UpsertAsync(rows, CompanyFields.Name, InOrder, token)),
        Write("company-upsert-checked", static _ => Companies, static (gainsight, rows, token) => gainsight.Companies.UpsertAsync(rows, CompanyFields.Name, Checked, token)),
        Write("company-upsert-whole", static _ => Companies, static (gainsight, rows, token) => gainsight.Companies.UpsertAsync(rows, CompanyFields.Name, Whole, token)),
        new("company-upsert-stream", static (tenant, token) => Accounting.CheckAsync(Rows, tenant.Gainsight.Companies.UpsertStreamAsync(Companies, CompanyFields.Name, InOrder, token))),
        new("company-preview", static (tenant, token) => tenant.Gainsight.Companies.PreviewUpsertAsync(Companies, CompanyFields.Name, token)),
        new("company-delete", static (tenant, token) => Accounting.CheckAsync(2, tenant.Gainsight.Companies.DeleteAsync([tenant.Company, "1P02NOBODY"], InOrder, token))),
        Write("asset-upsert", static _ => Some(index => new ObjectRecord { [Serial] = $"S-{index}", ["Name"] = $"Asset {index}", ["Notes__gc"] = FuzzTenant.Value }),
            static (gainsight, rows, token) => gainsight.Objects("Asset__gc").UpsertAsync(rows, Field.Custom<string>(Serial), InOrder, token)),
        Write("relationship-insert", static tenant => Some(index => new Relationship { Name = $"Pumps {index}", CompanyId = tenant.Company, Stage = "Launched" }),
            static (gainsight, rows, token) => gainsight.Relationships.InsertAsync(rows, InOrder, token)),
        Write("person-upsert", People, static (gainsight, rows, token) => gainsight.People.UpsertAsync(rows, InOrder, token)),
        Write("person-batch", People, static (gainsight, rows, token) => gainsight.People.UpsertInBatchesAsync(rows, InOrder, token)),
        new("person-preview", static (tenant, token) => tenant.Gainsight.People.PreviewUpsertAsync(People(tenant), token)),
        Write("cta-insert", static tenant => Some(index => Cta(tenant, index)), static (gainsight, rows, token) => gainsight.Ctas.InsertAsync(rows, InOrder, token)),
        new("cta-close", static async (tenant, token) => Accounting.Check(await tenant.Gainsight.Ctas.CloseAsync("1S01CTA", "Closed Success", token), 0)),
        Write("task-insert", static _ => Some(index => new CsTask { CtaId = "1S01CTA", Name = $"Call {index}" }), static (gainsight, rows, token) => gainsight.Tasks.InsertAsync(rows, InOrder, token)),
        Write("plan-insert", static tenant => Some(index => Plan(tenant, index)), static (gainsight, rows, token) => gainsight.SuccessPlans.InsertAsync(rows, InOrder, token)),
        Write("goal-insert", static tenant => Some(index => Goal(tenant, index)), static (gainsight, rows, token) => gainsight.CustomerGoals.InsertAsync(rows, InOrder, token)),
        Write("activity-insert", Activities, static (gainsight, rows, token) => gainsight.Timeline.InsertAsync(rows, TimelineRoute.Single, InOrder, token)),
        Write("activity-batch", Activities, static (gainsight, rows, token) => gainsight.Timeline.InsertAsync(rows, TimelineRoute.Bulk, InOrder, token)),
        Write("activity-update", Activities, static (gainsight, rows, token) => gainsight.Timeline.UpdateAsync(rows, TimelineActivityFields.ExternalId, TimelineRoute.Single, InOrder, token)),
        new("activity-delete", static (tenant, token) => Accounting.CheckAsync(1, tenant.Gainsight.Timeline.DeleteAsync(["1I00NOBODY"], InOrder, token))),
        Write("user-upsert", static _ => Some(User), static (gainsight, rows, token) => gainsight.Users.UpsertAsync(rows, UserFields.Email, InOrder, token)),
        new("user-deactivate", static (tenant, token) => Accounting.CheckAsync(1, tenant.Gainsight.Users.SetActiveAsync([tenant.Owner], isActive: false, InOrder, token))),
        Write("opportunity-upsert", static tenant => Some(index => new Opportunity { Name = $"Renewal {index}", CompanyId = tenant.Company, ExternalId = $"crm-{index}" }),
            static (gainsight, rows, token) => gainsight.Opportunities.UpsertAsync(rows, OpportunityFields.ExternalId, InOrder, token)),
    ];

    private static List<Company> Companies =>
    [
        new() { Name = "Larch Mills", Summary = "New", Stage = "Launched" },
        new() { Name = "Cedar Yard", Summary = FuzzTenant.Value, Employees = 5 },
        new() { Name = "Aspen Labs", Stage = "No such stage" },
    ];

    private static List<T> Some<T>(Func<int, T> create) => [.. Enumerable.Range(1, Rows).Select(create)];

    private static ClientOperation Write<T>(string name, Func<FuzzTenant, List<T>> create, Func<GainsightClient, List<T>, CancellationToken, Task<WriteReport<T>>> write) =>
        new(name, (tenant, token) => Accounting.CheckAsync(Rows, write(tenant.Gainsight, create(tenant), token)));

    private static List<Person> People(FuzzTenant tenant) => Some(index =>
    {
        var person = new Person { Email = $"ada{index}@larch.example", FirstName = "Ada", LastName = FuzzTenant.Value };
        person.Companies.Add(new CompanyPerson { CompanyId = tenant.Company, Title = "Lead" });
        return person;
    });

    private static Cta Cta(FuzzTenant tenant, int index) => new()
    {
        Name = $"Invoice {index}",
        CompanyId = tenant.Company,
        OwnerId = tenant.Owner,
        DueDate = new DateOnly(2031, 3, 14),
        Type = "Risk",
        Reason = "Billing",
        Status = "New",
        Priority = "High",
        Comments = FuzzTenant.Value,
    };

    private static CustomerGoal Goal(FuzzTenant tenant, int index) => new()
    {
        Name = $"Cut backlog {index}",
        StatusName = "New",
        CompanyId = tenant.Company,
        EntityType = "COMPANY",
        DueDate = new DateOnly(2031, 12, 1),
    };

    private static SuccessPlan Plan(FuzzTenant tenant, int index) => new()
    {
        Name = $"Onboard {index}",
        CompanyId = tenant.Company,
        OwnerId = tenant.Owner,
        DueDate = new DateOnly(2031, 6, 30),
        SuccessPlanType = "Onboarding",
        Status = "Draft",
        Objectives = [new Cta { Name = "First report", OwnerId = tenant.Owner }],
    };

    private static List<TimelineActivity> Activities(FuzzTenant tenant) => Some(index =>
    {
        var activity = new TimelineActivity
        {
            ExternalId = $"A-{index}",
            ContextName = TimelineContexts.Company,
            TypeName = "Update",
            Subject = "Call",
            Notes = FuzzTenant.Value,
            ActivityDate = DateTimeOffset.UnixEpoch,
        };
        activity.SetAuthor("rhea@northwind.example");
        activity.SetCompany("Larch Mills");
        return activity;
    });

    private static User User(int index) => new()
    {
        Email = $"ada{index}@northwind.example",
        SfdcUserName = $"ada{index}@northwind.example",
        FirstName = "Ada",
        LastName = FuzzTenant.Value,
    };
}
