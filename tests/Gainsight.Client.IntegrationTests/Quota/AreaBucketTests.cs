using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Timeline;
using Gainsight.Client.IntegrationTests.Users;

namespace Gainsight.Client.IntegrationTests.Quota;

/// <summary>Calls of the areas that have their own limits are counted in the right bucket and retried when they are throttled.</summary>
public sealed class AreaBucketTests
{
    private static readonly string[] Synchronous = ["sync-minute", "sync-day"];
    private static readonly string[] OfUsers = ["users-hour", "users-day", "sync-minute", "sync-day"];

    private static readonly string[] OfPlans = ["success-plans-minute", "sync-day"];

    public static TheoryData<string, string[]> Calls => new()
    {
        { EmulatorOperations.TimelineSave, ["timeline-minute", "sync-day"] },
        { EmulatorOperations.TimelineBulkSave, ["timeline-bulk-hour", "sync-minute", "sync-day"] },
        { EmulatorOperations.TimelineBulkUpdate, ["timeline-bulk-hour", "sync-minute", "sync-day"] },
        { EmulatorOperations.TimelineJobStatus, ["timeline-bulk-hour", "sync-minute", "sync-day"] },
        { EmulatorOperations.TimelineUpdate, Synchronous },
        { EmulatorOperations.TimelineDelete, Synchronous },
        { EmulatorOperations.TimelineDeleted, Synchronous },
        { EmulatorOperations.UserCreate, OfUsers },
        { EmulatorOperations.UserUpdate, OfUsers },
        { EmulatorOperations.UserStatus, OfUsers },
        { EmulatorOperations.UserList, OfUsers },
        { EmulatorOperations.PlanCreate, OfPlans },
        { EmulatorOperations.PlanList, OfPlans },
        { EmulatorOperations.PlanConfiguration, OfPlans },
        { EmulatorOperations.GoalCreate, Synchronous },
        { EmulatorOperations.CtaList, Synchronous },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_call_is_counted_in_its_own_windows_and_retried_when_it_is_throttled(string operation, string[] windows)
    {
        await using var tenant = await Activities.StartAsync();
        var activityId = (string)tenant.SeedActivities(1)[0]["ActivityId"]!;
        var throttle = tenant.Emulator.Faults.Add(new Fault(FaultKind.Throttle) { Operation = operation, Count = 1 });
        var gainsight = tenant.CreateClient();

        await CallAsync(gainsight, tenant, operation, activityId);

        throttle.Fired.Should().Be(1);
        tenant.Emulator.Requests.Snapshot().Where(call => call.Operation == operation).Select(call => call.Status).Take(2).Should().Equal(429, 200);
        string[] used = [.. gainsight.Quota.Windows.Where(window => window.Used > 0).Select(window => window.Name)];
        used.Should().BeSubsetOf(windows);

        // The minute may have ended when the test checks it.
        used.Should().Contain(windows.Where(window => !window.EndsWith("-minute", StringComparison.Ordinal)));
    }

    private static async Task CallAsync(GainsightClient gainsight, Tenant tenant, string operation, string activityId)
    {
        var now = tenant.Clock.GetUtcNow();
        TimelineActivity change = new() { ExternalId = Activities.Id(0), Subject = "New" };
        switch (operation)
        {
            case EmulatorOperations.TimelineSave:
                (await gainsight.Timeline.InsertAsync(Activities.Many(1, first: 1))).AllSucceeded.Should().BeTrue();
                break;
            case EmulatorOperations.TimelineBulkSave or EmulatorOperations.TimelineJobStatus:
                (await gainsight.Timeline.InsertAsync(Activities.Many(1, first: 1), TimelineRoute.Bulk, new WriteOptions())).AllSucceeded.Should().BeTrue();
                break;
            case EmulatorOperations.TimelineUpdate or EmulatorOperations.TimelineBulkUpdate:
                var route = operation == EmulatorOperations.TimelineUpdate ? TimelineRoute.Single : TimelineRoute.Bulk;
                (await gainsight.Timeline.UpdateAsync([change], TimelineActivityFields.ExternalId, route, new WriteOptions())).AllSucceeded.Should().BeTrue();
                break;
            case EmulatorOperations.TimelineDelete:
                (await gainsight.Timeline.DeleteAsync([activityId])).AllSucceeded.Should().BeTrue();
                break;
            case EmulatorOperations.TimelineDeleted:
                (await gainsight.Timeline.ListDeletedAsync(now.AddDays(-1), now)).Should().BeEmpty();
                break;
            case EmulatorOperations.UserCreate:
                (await gainsight.Users.InsertAsync(TenantUsers.Many(1))).AllSucceeded.Should().BeTrue();
                break;
            case EmulatorOperations.UserUpdate:
                (await gainsight.Users.UpdateAsync([new User { SfdcUserName = Activities.Author, Title = "New" }], UserFields.SfdcUserName)).AllSucceeded.Should().BeTrue();
                break;
            case EmulatorOperations.UserStatus:
                (await gainsight.Users.SetActiveAsync([tenant.Named(Activities.Author).Gsid], isActive: true)).AllSucceeded.Should().BeTrue();
                break;
            case EmulatorOperations.PlanCreate:
                var plan = new SuccessPlan { Name = "a", SuccessPlanType = "Onboarding", CompanyId = tenant.Companies.Rows[0].Gsid, OwnerId = tenant.Named(Activities.Author).Gsid, DueDate = new(2031, 3, 1) };
                (await gainsight.SuccessPlans.InsertAsync([plan])).AllSucceeded.Should().BeTrue();
                break;
            case EmulatorOperations.PlanList:
                (await gainsight.SuccessPlans.List().ToListAsync()).Should().BeEmpty();
                break;
            case EmulatorOperations.PlanConfiguration:
                (await gainsight.SuccessPlans.GetConfigurationAsync()).PlanTypes.Should().NotBeEmpty();
                break;
            case EmulatorOperations.GoalCreate:
                var goal = new CustomerGoal { Name = "a", StatusName = "New", CompanyId = tenant.Companies.Rows[0].Gsid };
                (await gainsight.CustomerGoals.InsertAsync([goal])).AllSucceeded.Should().BeTrue();
                break;
            case EmulatorOperations.CtaList:
                (await gainsight.Ctas.List().ToListAsync()).Should().BeEmpty();
                break;
            default:
                (await gainsight.Users.ListAsync(gainsight.Users.Query(), page: 0, pageSize: 10)).Users.Should().HaveCount(5);
                break;
        }
    }
}
