using System.Text.Json.Nodes;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Timeline;

public sealed class ActivityReadTests
{
    [Theory]
    [InlineData(EmptyValueForm.Null, DateForm.Iso)]
    [InlineData(EmptyValueForm.MissingKey, DateForm.EpochMilliseconds)]
    [InlineData(EmptyValueForm.EmptyTextForDates, DateForm.SpaceSeparated)]
    public async Task Activities_are_read_with_their_fields_attendees_and_author(EmptyValueForm empty, DateForm dates)
    {
        await using var tenant = await Activities.StartAsync();
        (tenant.Emulator.Switches.EmptyValues, tenant.Emulator.Switches.Dates) = (empty, dates);
        var gainsight = tenant.CreateClient();
        var saved = Activities.One("ext-1");
        saved.InternalAttendeeEmails = ["mei@northwind.example"];
        saved["Ant__CustomText__c"] = "own";
        await gainsight.Timeline.InsertAsync([saved]);
        var own = Field.Custom<string>("Ant__CustomText__c");
        var email = TimelineActivityFields.AuthorId.Then(UserFields.Email);

        var read = (await gainsight.Timeline.Query()
            .Select(TimelineActivityFields.Definition.DefaultSelect).Select(own, email)
            .Where(TimelineActivityFields.ExternalId.EqualTo("ext-1"))
            .FirstOrDefaultAsync())!;

        read.ActivityId.Should().Be(saved.ActivityId);
        read.Subject.Should().Be("Kick-off");
        read.TypeName.Should().Be("Meeting");
        read.ReportingCategory.Should().Be("Meeting");
        read.ActivityDate.Should().Be(Activities.Date);
        read.LastModifiedDate.Should().NotBeNull();
        read.InternalAttendees.Should().Be("Mei Castellan");
        read.ExternalAttendees.Should().BeNull();
        read.DurationInMins.Should().BeNull();
        read.Get(own).Should().Be("own");
        read.Get(email).Should().Be(Activities.Author);
    }

    [Fact]
    public async Task Every_activity_is_read_by_keyset_and_an_empty_result_is_an_empty_list()
    {
        await using var tenant = await Activities.StartAsync();
        var gainsight = tenant.CreateClient();
        var none = await gainsight.Timeline.Query().ToListAsync();
        tenant.SeedActivities(1200);

        List<string?> ids = [];
        await foreach (var activity in gainsight.Timeline.Query().ReadAsync(new ReadOptions { PageSize = 500 }))
        {
            ids.Add(activity.ExternalId);
        }

        none.Should().BeEmpty();
        ids.Should().BeEquivalentTo(Enumerable.Range(0, 1200).Select(Activities.Id));
        (await gainsight.Timeline.GetAsync(tenant.Timeline().Rows[0].Gsid))!.Subject.Should().Be("Old");
    }

    [Fact]
    public async Task The_change_feed_follows_activities_by_their_last_modified_date()
    {
        await using var tenant = await Activities.StartAsync();
        tenant.SeedActivities(3);
        await Task.Delay(TimeSpan.FromMinutes(5), tenant.Clock);
        var gainsight = tenant.CreateClient();

        List<Change<TimelineActivity>> changes = [];
        await foreach (var change in gainsight.Changes.ReadAsync(gainsight.Timeline.Query(), ChangeCheckpoint.Beginning))
        {
            changes.Add(change);
        }

        changes.Where(change => change.Kind == ChangeKind.Created).Select(change => change.Record!.ExternalId).Should().BeEquivalentTo(Enumerable.Range(0, 3).Select(Activities.Id));
    }

    [Fact]
    public async Task Each_type_and_category_in_use_is_listed_once()
    {
        await using var tenant = await Activities.StartAsync();
        var timeline = tenant.Timeline();
        foreach (var type in (string[])["Meeting", "email", "Email", "Update", "Call", "Call"])
        {
            timeline.Insert(("TypeName", type), ("ReportingCategory", type == "Call" ? null : type));
        }

        var gainsight = tenant.CreateClient();
        var types = await gainsight.Timeline.ListValuesAsync(TimelineActivityFields.TypeName);
        var categories = await gainsight.Timeline.ListValuesAsync(TimelineActivityFields.ReportingCategory, sample: 5);

        types.Select(type => type.ToUpperInvariant()).Should().Equal("CALL", "EMAIL", "MEETING", "UPDATE");
        categories.Select(category => category.ToUpperInvariant()).Should().BeSubsetOf(["EMAIL", "MEETING", "UPDATE"]);
        tenant.Emulator.Requests.Count.Should().Be(3, "an empty page shows that there are not more activities");
    }

    [Fact]
    public async Task The_values_in_use_are_read_in_smaller_pages_from_a_slow_tenant()
    {
        await using var tenant = await Activities.StartAsync();
        tenant.SeedActivities(1000, ("ReportingCategory", "Meeting"));
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Latency) { Operation = EmulatorOperations.Query, Delay = TimeSpan.FromMinutes(10), Count = 1 });

        var categories = await tenant.CreateClient(options => options.PrimaryHandler = new TestSupport.InFlightHandler(tenant.Clock, tenant.Emulator.CreateHandler()))
            .Timeline.ListValuesAsync(TimelineActivityFields.ReportingCategory);

        categories.Should().Equal("Meeting");
        tenant.Calls(EmulatorOperations.Query).Should().Be(3);
    }

    [Theory]
    [InlineData(0, 1000)]
    [InlineData(1, 800)]
    [InlineData(2, 500)]
    public async Task A_slow_tenant_is_asked_for_smaller_samples(int slow, int read)
    {
        await using var tenant = await Activities.StartAsync();
        tenant.SeedActivities(1000, ("ReportingCategory", "Meeting"));
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Latency) { Operation = EmulatorOperations.Query, Delay = TimeSpan.FromMinutes(10), Count = slow });

        var limits = new List<int>();

        var categories = await SlowClient(tenant, limits).Timeline.ListValuesAsync(TimelineActivityFields.ReportingCategory, [1000, 800, 500], TimeSpan.FromSeconds(25));

        categories.Should().Equal("Meeting");
        limits.Should().StartWith(((int[])[1000, 800, 500])[..(slow + 1)]).And.Contain(read);
    }

    [Fact]
    public async Task A_tenant_that_is_too_slow_for_the_smallest_sample_is_an_error()
    {
        await using var tenant = await Activities.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Latency) { Operation = EmulatorOperations.Query, Delay = TimeSpan.FromMinutes(10) });
        var timeline = SlowClient(tenant, []).Timeline;

        (await ((Func<Task>)(() => timeline.ListValuesAsync(TimelineActivityFields.ReportingCategory, [1000, 800], TimeSpan.FromSeconds(25))))
            .Should().ThrowAsync<GainsightTransportException>()).Which.IsTimeout.Should().BeTrue();
        await ((Func<Task>)(() => timeline.ListValuesAsync(TimelineActivityFields.ReportingCategory, [], TimeSpan.FromSeconds(25)))).Should().ThrowAsync<ArgumentException>();
    }

    private static GainsightClient SlowClient(Tenant tenant, List<int> limits) => tenant.CreateClient(options =>
        options.PrimaryHandler = new LimitRecorder(limits) { InnerHandler = new TestSupport.InFlightHandler(tenant.Clock, tenant.Emulator.CreateHandler()) });

    /// <summary>Notes how many rows each query asks for.</summary>
    private sealed class LimitRecorder(List<int> limits) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))?["limit"] is { } limit)
            {
                limits.Add(limit.GetValue<int>());
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }
}
