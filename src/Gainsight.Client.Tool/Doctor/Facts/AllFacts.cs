using System.Globalization;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>The facts that reads can settle, the most useful ones first: an examination ends after a number of calls.</summary>
internal static class AllFacts
{
    /// <summary>Creates the facts.</summary>
    /// <param name="now">The time, for calls that name one.</param>
    /// <returns>The facts.</returns>
    public static IReadOnlyList<Fact> Create(DateTimeOffset now)
    {
        var list = CockpitCheck.Body(["Gsid"], pageSize: 1);
        var days = $$"""{"startDate":"{{Text(now.AddDays(-1))}}","endDate":"{{Text(now)}}"}""";
        return
        [
            new ObjectListFact(),
            new QueryDataFact(),
            new DateFact(),
            new TimePrecisionFact(),
            new EmptyValueFact(),
            new NumberFact(),
            new EncodingFact(),
            new DateHeaderFact(),
            new RateLimitFact(),
            new TokenFact(),
            new LookupNameFact(),
            new PageFact(),
            new OrderFact(),
            new GsidGreaterThanFact(),
            new OffsetFact(),
            new FilterZoneFact(),
            new FilterOffsetFact(),
            new InFact(),
            new ParenthesesFact(),
            new PrecedenceFact(),
            new EmptyResultFact(),
            new DescribeManyFact(),
            new RouteFact("Ctas.List", CockpitCheck.ListBody, QuotaBuckets.Sync, Pages.Ctas, "POST /v2/cockpit/cta/list"),
            new RouteFact("Tasks.List", list, QuotaBuckets.Sync, Pages.Tasks, "POST /v2/cockpit/task/list/", "GET /v2/cockpit/task/list"),
            new RouteFact("SuccessPlans.List", list, QuotaBuckets.SuccessPlans, Pages.Plans, "POST /v2/successPlan/list/"),
            new RouteFact("CustomerGoals.List", list, QuotaBuckets.Sync, Pages.Goals, "POST /v1/csgoal/external/list", "POST /v1/csgoal/external/fetch"),
            new RouteFact("Users.List", UserListFact.Body, QuotaBuckets.Users, Pages.Users, "POST /v1/users/services/list"),
            new UserListFact(),
            new PersonRouteFact(),
            new RouteFact("Ctas.ListDeleted", list, QuotaBuckets.Sync, Pages.Deleted, "POST /v2/cockpit/cta/deleted/list"),
            new RouteFact("SuccessPlans.ListDeleted", list, QuotaBuckets.SuccessPlans, Pages.Plans, "POST /v2/successPlan/deleted/list"),
            new RouteFact("Timeline.ListDeleted", days, QuotaBuckets.Sync, Pages.Timeline, "POST /v1/ant/es/activity/deleted"),
            new DeleteLogFact("record_delete_log", "Case of an object's name in the logs"),
            new DeleteLogFact("record_delete_log_high_volume", "Log of high-volume deletions"),
            new ConfigurationFact("Ctas.Configuration", "/v2/cockpit/admin/picklist/lite", "CTA_STATUS", Pages.Ctas),
            new ConfigurationFact("SuccessPlans.Configuration", "/v2/successPlan/admin/picklist/lite", "SUCCESS_PLAN_TYPE", Pages.Plans),
            new PicklistFilterFact(),
            new PicklistCaseFact(),
            new PicklistItemsFact(),
            new DropdownFact(),
            new DateFilterFact(),
            new BetweenFact(),
            new NotEqualFact(),
            new KeyCaseFact(),
            new KeySpaceFact(),
            new KeyAccentFact(),
            new SalesforceIdFact(),
            new FieldCaseFact(),
            new UnknownFieldFact(),
            new OverLimitFact(),
            new UnknownAmongManyFact(),
            new UnknownObjectFact(),
            new TypeNameFact(),
            new DueDateFact(),
            new ListOrderFact(),
            new ListLimitFact(),
            new ListMomentFact(),
            new ListNameFact(),
            new ListRefusalFact(),
            new TaskOfCtaRouteFact(),
            .. FieldsFact.Objects.Select(one => new FieldsFact(one.Name, one.Fields, one.Page)),
        ];
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
