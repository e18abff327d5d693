using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Timeline;

/// <summary>Activities to write, and what the tenant then has.</summary>
internal static class Activities
{
    public const string Author = "rhea@northwind.example";

    public const string Company = "Acme";

    public static readonly DateTimeOffset Date = new(2026, 3, 4, 10, 15, 0, TimeSpan.FromHours(-7));

    public static async Task<Tenant> StartAsync()
    {
        var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", Company));
        return tenant;
    }

    public static EmulatedObject Timeline(this Tenant tenant) => tenant.Emulator.Object("activity_timeline");

    public static string Id(int i) => $"ext-{i:00000}";

    public static TimelineActivity One(string? externalId = null)
    {
        var activity = new TimelineActivity
        {
            ContextName = TimelineContexts.Company,
            TypeName = "Meeting",
            Subject = "Kick-off",
            Notes = "<p>Agreed</p>",
            ActivityDate = Date,
        };
        if (externalId is not null)
        {
            activity.ExternalId = externalId;
        }

        activity.SetAuthor(Author);
        activity.SetCompany(Company);
        return activity;
    }

    public static List<TimelineActivity> Many(int count, int first = 0) => [.. Enumerable.Range(first, count).Select(i => One(Id(i)))];

    /// <summary>Adds activities to the tenant without an API call.</summary>
    public static List<EmulatedRow> SeedActivities(this Tenant tenant, int count, params (string Name, object? Value)[] values)
    {
        var timeline = tenant.Timeline();
        return [.. Enumerable.Range(0, count).Select(i => timeline.Find(timeline.Insert(
            [("ExternalId", Id(i)), ("ContextName", "Company"), ("TypeName", "Update"), ("Subject", "Old"), ("Notes", "old"), ("GsCompanyId", tenant.Companies.Rows[0].Gsid), .. values]))!)];
    }

    public static List<string> ExternalIds(this Tenant tenant) =>
        [.. tenant.Timeline().Rows.Select(row => (string)row["ExternalId"]!).Order(StringComparer.Ordinal)];
}
