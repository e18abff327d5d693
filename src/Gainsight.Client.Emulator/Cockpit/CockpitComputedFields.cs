namespace Gainsight.Client.Emulator;

/// <summary>
/// Computes fields that depend on other rows or on today's date. They are computed on each read, so they are right whatever changed. How
/// Gainsight rounds and when it recomputes is not documented.
/// </summary>
internal static class CockpitComputedFields
{
    public static void Attach(TenantData tenant)
    {
        var cta = tenant.Find(ObjectNames.Cta)!;
        var task = tenant.Find(ObjectNames.Task)!;
        var plan = tenant.Find(ObjectNames.SuccessPlan)!;
        foreach (var item in (EmulatedObject[])[cta, task, plan])
        {
            AddDays(tenant, item);
        }

        AddTaskCounts(cta, row => TasksOf(task, row));
        Add(cta, "PercentComplete", row => Percent(TasksOf(task, row)));
        Add(cta, "NextTaskDueDate", row => TasksOf(task, row).Where(IsOpen).Min(each => each["DueDate"] as DateOnly?));
        Add(cta, "MinTaskDate", row => TasksOf(task, row).Min(each => each["DueDate"] as DateOnly?));
        Add(cta, "Age", row => (decimal)(End(tenant, row) - Day(row[FieldNames.CreatedDate])));

        AddTaskCounts(plan, row => CtasOf(cta, row).SelectMany(each => TasksOf(task, each)));
        Func<EmulatedRow, IEnumerable<EmulatedRow>> objectives = row => ObjectivesOf(tenant, row);
        Add(plan, "TotalObjectiveCount", row => (decimal)objectives(row).Count());
        Add(plan, "OpenObjectiveCount", row => (decimal)objectives(row).Count(IsOpen));
        Add(plan, "ClosedWonObjectiveCount", row => (decimal)objectives(row).Count(each => IsClosedAs(tenant, each, won: true)));
        Add(plan, "ClosedLostObjectiveCount", row => (decimal)objectives(row).Count(each => IsClosedAs(tenant, each, won: false)));
        Add(plan, "PercentComplete", row => Percent(objectives(row)));
    }

    /// <summary>The CTAs of the type Objective in a plan.</summary>
    public static IEnumerable<EmulatedRow> ObjectivesOf(TenantData tenant, EmulatedRow plan) =>
        CtasOf(tenant.Find(ObjectNames.Cta)!, plan)
            .Where(cta => CockpitConfiguration.NameOf(tenant, cta["TypeId"]) == CockpitConfiguration.Objective);

    private static IEnumerable<EmulatedRow> CtasOf(EmulatedObject cta, EmulatedRow plan) => cta.Store.Matching(cta.Field("CtaGroupId"), plan.Gsid);

    private static IEnumerable<EmulatedRow> TasksOf(EmulatedObject task, EmulatedRow cta) => task.Store.Matching(task.Field("CtaId"), cta.Gsid);

    private static void AddTaskCounts(EmulatedObject item, Func<EmulatedRow, IEnumerable<EmulatedRow>> tasks)
    {
        Add(item, "TotalTaskCount", row => (decimal)tasks(row).Count());
        Add(item, "OpenTaskCount", row => (decimal)tasks(row).Count(IsOpen));
        Add(item, "ClosedTaskCount", row => (decimal)tasks(row).Count(each => !IsOpen(each)));
    }

    private static void AddDays(TenantData tenant, EmulatedObject item)
    {
        Add(item, "DaysDue", row => Difference(row["DueDate"], Today(tenant)));
        Add(item, "DaysPastDueDate", row => IsOverdue(tenant, row) ? Difference(End(tenant, row), row["DueDate"]) : 0m);
        Add(item, "DaysAllocated", row => Difference(row["DueDate"], Day(row[FieldNames.CreatedDate])));
        Add(item, "DueDateVariance", row => Difference(row["DueDate"], row["OriginalDueDate"]));
        Add(item, "IsOverdue", row => IsOpen(row) && IsOverdue(tenant, row));
        Add(item, "IsClosedOverdue", row => !IsOpen(row) && IsOverdue(tenant, row));
    }

    private static bool IsOverdue(TenantData tenant, EmulatedRow row) => row["DueDate"] is DateOnly due && End(tenant, row) > due.DayNumber;

    private static bool IsOpen(EmulatedRow row) => !true.Equals(row["IsClosed"]);

    private static bool IsClosedAs(TenantData tenant, EmulatedRow row, bool won) =>
        !IsOpen(row) && true.Equals(CockpitConfiguration.Get(tenant, row["StatusId"])?["IsSuccess"]) == won;

    private static decimal? Percent(IEnumerable<EmulatedRow> rows)
    {
        List<EmulatedRow> all = [.. rows];
        return all.Count == 0 ? 0m : Math.Round(100m * all.Count(each => !IsOpen(each)) / all.Count, 2);
    }

    private static decimal? Difference(object? later, object? earlier) =>
        DayNumber(later) is { } to && DayNumber(earlier) is { } from ? to - from : null;

    private static int? DayNumber(object? value) => value switch
    {
        DateOnly day => day.DayNumber,
        int number => number,
        _ => null,
    };

    private static int Today(TenantData tenant) => Day(tenant.Now);

    private static int End(TenantData tenant, EmulatedRow row) => row["ClosedDate"] is DateTimeOffset closed ? Day(closed) : Today(tenant);

    private static int Day(object? moment) => DateOnly.FromDateTime(((DateTimeOffset)moment!).UtcDateTime).DayNumber;

    /// <summary>An administrator may have removed the field.</summary>
    private static void Add(EmulatedObject item, string name, Func<EmulatedRow, object?> compute) => _ = item.FindField(name)?.Computed = compute;
}
