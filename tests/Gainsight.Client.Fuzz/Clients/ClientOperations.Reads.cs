using System.Text;

namespace Gainsight.Client.Fuzz.Clients;

/// <content>What is read, and calls that are not writes of rows.</content>
internal static partial class ClientOperations
{
    private static readonly string[] Keys = ["Larch Mills", "Birch Works"];

    private static IEnumerable<ClientOperation> Reads =>
    [
        new("connection", (tenant, token) => tenant.Gainsight.CheckConnectionAsync(token)),
        new("query", (tenant, token) => Reading.AllAsync(tenant.Gainsight.Companies.Query().Select(CompanyFields.Name, CompanyFields.Arr, CompanyFields.Csm.Then(UserFields.Email)).ReadAsync(token))),
        new("query-filtered", (tenant, token) => Reading.AllAsync(
            tenant.Gainsight.Companies.Query().Select(CompanyFields.Name).Where(CompanyFields.Name.In(Keys) | CompanyFields.Stage.EqualTo("Launched")).OrderBy(CompanyFields.Name).ToListAsync(token))),
        new("query-labels", (tenant, token) => Reading.AllAsync(tenant.Gainsight.Companies.Query().Select(CompanyFields.Name, CompanyFields.Stage).WithLabels().ToListAsync(token))),
        new("query-all-fields", (tenant, token) => Reading.AllAsync(tenant.Gainsight.Objects("Asset__gc").Query().ToListAsync(token))),
        new("query-first", (tenant, token) => tenant.Gainsight.Companies.Query().Select(CompanyFields.Name).FirstOrDefaultAsync(token)),
        new("get", (tenant, token) => tenant.Gainsight.Companies.GetAsync(tenant.Company, token)),
        new("person", (tenant, token) => tenant.Gainsight.People.GetByEmailAsync("ada@larch.example", token)),
        new("cta-list", (tenant, token) => Reading.AllAsync(tenant.Gainsight.Ctas.List().ToListAsync(token))),
        new("cta-deleted", (tenant, token) => Reading.AllAsync(tenant.Gainsight.Ctas.ListDeleted().ToListAsync(token))),
        new("cta-configuration", (tenant, token) => tenant.Gainsight.Ctas.GetConfigurationAsync(cancellationToken: token)),
        new("task-list", (tenant, token) => Reading.AllAsync(tenant.Gainsight.Tasks.GetByCtaAsync("1S01TASK", token))),
        new("plan-list", (tenant, token) => Reading.AllAsync(tenant.Gainsight.SuccessPlans.List().ToListAsync(token))),
        new("goal-list", (tenant, token) => Reading.AllAsync(tenant.Gainsight.CustomerGoals.List().ToListAsync(token))),
        new("activity-query", (tenant, token) => Reading.AllAsync(tenant.Gainsight.Timeline.Query().ToListAsync(token))),
        new("activity-deleted", (tenant, token) => tenant.Gainsight.Timeline.ListDeletedAsync(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1), token)),
        new("user-list", (tenant, token) => tenant.Gainsight.Users.ListAsync(tenant.Gainsight.Users.Query(), page: 1, pageSize: 10, token)),
        new("user-query", (tenant, token) => Reading.AllAsync(tenant.Gainsight.Users.Query().ToListAsync(token))),
        new("activity-values", (tenant, token) => tenant.Gainsight.Timeline.ListValuesAsync(TimelineActivityFields.TypeName, token)),
        new("changes", (tenant, token) => Reading.ChangesAsync(tenant.Gainsight.Changes.ReadAsync(tenant.Gainsight.Companies.Query().Select(CompanyFields.Name), ChangeCheckpoint.Beginning, token))),
        new("objects", (tenant, token) => tenant.Gainsight.Metadata.ListObjectsAsync(token)),
        new("describe", (tenant, token) => tenant.Gainsight.Metadata.DescribeAsync(["Company", "Asset__gc"], token)),
        new("export", (tenant, token) => Reading.AllAsync(tenant.Gainsight.Bulk.ExportAsync(tenant.Gainsight.Companies.Query().Select(CompanyFields.Name, CompanyFields.Arr, CompanyFields.RenewalDate), token))),
        new("read-all", async (tenant, token) => await Reading.AllAsync((await tenant.Gainsight.Bulk.ReadAllAsync(tenant.Gainsight.Companies.Query().Select(CompanyFields.Name), token)).Rows)),
        new("import", async (tenant, token) =>
        {
            using var csv = new MemoryStream(Encoding.UTF8.GetBytes($"Name,Summary\r\nAcme,{FuzzTenant.Value}\r\nBravo,\r\n"));
            var report = await tenant.Gainsight.Bulk.ImportAsync(FuzzTenant.ImportJob, csv, token);
            CheckException.ThrowIf(report.Succeeded + report.Failed + report.Unknown != report.NextRow && report.StoppedBy is null, "An import leaves rows out of its counts.");
        }),
        new("event", (tenant, token) => tenant.Gainsight.Events.PublishAsync(
            new EventCredential(tenant.Emulator.TenantId, "emulator-shared-secret"),
            new EventDefinition("Ticket Closed", "1.0.0") { Topic = "Support Tickets" },
            new Dictionary<string, object?> { ["ticketId"] = FuzzTenant.Value },
            token)),
    ];
}
