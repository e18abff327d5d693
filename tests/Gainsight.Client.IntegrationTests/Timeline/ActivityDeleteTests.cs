using System.Net;
using System.Text;
using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Writes;

namespace Gainsight.Client.IntegrationTests.Timeline;

public sealed class ActivityDeleteTests
{
    [Fact]
    public async Task Activities_are_deleted_by_their_ids_50_per_call_and_an_unknown_id_fails_alone()
    {
        await using var tenant = await Activities.StartAsync();
        List<string> ids = [.. tenant.SeedActivities(61).Select(row => (string)row["ActivityId"]!)];

        var report = await tenant.CreateClient().Timeline.DeleteAsync([.. ids.Take(60), "1I00NOBODY", ""]);

        report.Deleted.Should().HaveCount(60);
        report.Failed.Select(row => (row.Index, row.Errors[0].Code)).Should().Equal((60, "GS_TL_10_0213"), (61, RecordErrorCodes.MissingKey));
        tenant.Timeline().Rows.Should().ContainSingle();
        tenant.Calls(EmulatorOperations.TimelineDelete).Should().Be(2);
    }

    [Theory]
    [InlineData(FaultKind.CutAfterCommit)]
    [InlineData(FaultKind.CutBeforeRead)]
    [InlineData(FaultKind.Throttle)]
    public async Task A_delete_whose_answer_is_lost_succeeds_if_the_activity_is_gone(FaultKind kind)
    {
        await using var tenant = await Activities.StartAsync();
        List<string> ids = [.. tenant.SeedActivities(3).Select(row => (string)row["ActivityId"]!)];
        tenant.Emulator.Faults.Add(new Fault(kind) { Operation = EmulatorOperations.TimelineDelete, Count = 1 });

        var report = await tenant.CreateClient().Timeline.DeleteAsync(ids);

        report.Deleted.Should().HaveCount(3);
        tenant.Timeline().Count.Should().Be(0);
    }

    [Theory]
    [InlineData(QueryDataForm.RecordsObject)]
    [InlineData(QueryDataForm.BareArray)]
    public async Task Deleted_activities_are_listed_by_time(QueryDataForm form)
    {
        await using var tenant = await Activities.StartAsync();
        tenant.Emulator.Switches.QueryData = form;
        var rows = tenant.SeedActivities(2);
        var gainsight = tenant.CreateClient();
        var before = tenant.Clock.GetUtcNow();
        await gainsight.Timeline.DeleteAsync([(string)rows[0]["ActivityId"]!]);

        var deleted = await gainsight.Timeline.ListDeletedAsync(before.AddMinutes(-1), before.AddMinutes(1));
        var earlier = await gainsight.Timeline.ListDeletedAsync(before.AddDays(-1), before.AddMinutes(-1));

        var activity = deleted.Should().ContainSingle().Which;
        activity.ActivityId.Should().Be((string)rows[0]["ActivityId"]!);
        activity.Gsid.Should().Be(rows[0].Gsid);
        activity.ExternalId.Should().Be(Activities.Id(0));
        activity.DeletedOn.Should().BeCloseTo(before, TimeSpan.FromMinutes(1));
        earlier.Should().BeEmpty();
    }

    [Theory]
    [InlineData(ActivityDeleteFormat.Records, """{"records":[{"activityId":"#"}]}""")]
    [InlineData(ActivityDeleteFormat.ActivityIds, """{"activityIds":["#"]}""")]
    [InlineData(ActivityDeleteFormat.Array, """["#"]""")]
    public async Task Deletes_name_activities_in_the_configured_form(ActivityDeleteFormat format, string body)
    {
        await using var tenant = await Activities.StartAsync();
        var id = (string)tenant.SeedActivities(1)[0]["ActivityId"]!;
        Intercept? wire = null;
        var gainsight = tenant.CreateClient(options =>
        {
            options.ActivityDeleteFormat = format;
            options.PrimaryHandler = wire = new Intercept(options.PrimaryHandler!);
        });

        var report = await gainsight.Timeline.DeleteAsync([id]);

        report.Deleted.Should().ContainSingle();
        tenant.Timeline().Count.Should().Be(0);
        wire!.Sent.Should().ContainSingle().Which.Body.Should().Be(body.Replace("#", id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_range_that_ends_before_it_begins_is_refused_before_any_call()
    {
        await using var tenant = await Activities.StartAsync();
        var now = tenant.Clock.GetUtcNow();

        await FluentActions.Awaiting(() => tenant.CreateClient().Timeline.ListDeletedAsync(now, now.AddDays(-1))).Should().ThrowAsync<ArgumentException>();

        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, """{"result":false,"code":"GS_TL_10_0206","data":{"failures":{"#":[{"errorCode":"GS_TL_10_0206","message":"no"}]}}}""")]
    [InlineData(HttpStatusCode.OK, """{"result":false,"code":"GS_TL_10_0206","data":{"failures":{"#":[{"errorCode":"GS_TL_10_0206","message":"no"}]}}}""")]
    [InlineData(HttpStatusCode.OK, """{"result":true,"data":{"failedCount":2,"failures":{"#":[{"errorCode":"GS_TL_10_0206","message":"no"}]}}}""")]
    [InlineData(HttpStatusCode.OK, """{"result":true,"data":{"success":{},"failures":{"#":[{"errorCode":"GS_TL_10_0206","message":"no"}]},"failedCount":50}}""")]
    public async Task When_a_refusal_names_one_activity_the_others_are_deleted_by_another_call(HttpStatusCode status, string body)
    {
        await using var tenant = await Activities.StartAsync();
        List<string> ids = [.. tenant.SeedActivities(50).Select(row => (string)row["ActivityId"]!)];
        var gainsight = Answering(tenant, (call, _) => call == 1 ? (status, body.Replace("#", ids[17], StringComparison.Ordinal)) : null);

        var report = await gainsight.Timeline.DeleteAsync(ids);

        report.Failed.Should().ContainSingle().Which.Index.Should().Be(17);
        report.Deleted.Should().HaveCount(49);
        tenant.Timeline().Rows.Should().ContainSingle().Which["ActivityId"].Should().Be(ids[17]);
        report.Calls.Should().Be(2);
    }

    [Fact]
    public async Task Activities_that_a_success_omits_while_it_names_others_are_sent_again()
    {
        await using var tenant = await Activities.StartAsync();
        List<string> ids = [.. tenant.SeedActivities(5).Select(row => (string)row["ActivityId"]!)];
        var gainsight = Answering(
            tenant, (call, _) => call == 1 ? (HttpStatusCode.OK, $$$"""{"result":true,"data":{"success":["{{{ids[0]}}}"]}}""") : null);

        var report = await gainsight.Timeline.DeleteAsync(ids);

        report.Deleted.Should().HaveCount(5);
        tenant.Timeline().Rows.Select(row => row["ActivityId"]).Should().Equal(ids[0]);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, """{"result":true,"data":{"failedCount":1}}""", RowStatus.Failed)]
    [InlineData(HttpStatusCode.OK, """{"result":true,"data":null}""", RowStatus.Deleted)]
    [InlineData(HttpStatusCode.BadRequest, """{"result":false,"code":"GS_TL_10_0206","data":{"failures":{"other":[{"message":"no"}]}}}""", RowStatus.Failed)]
    public async Task The_answer_to_a_single_delete_applies_to_that_activity(HttpStatusCode status, string body, RowStatus expected)
    {
        await using var tenant = await Activities.StartAsync();
        var id = (string)tenant.SeedActivities(1)[0]["ActivityId"]!;

        var report = await Answering(tenant, (_, _) => (status, body)).Timeline.DeleteAsync([id]);

        report.Rows.Should().ContainSingle().Which.Status.Should().Be(expected);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "GS_TL_10_0213", true)]
    [InlineData(HttpStatusCode.NotFound, "GS_TL_10_0213", false)]
    [InlineData(HttpStatusCode.NotFound, null, true)]
    [InlineData(HttpStatusCode.BadRequest, "GSOBJ_1011", true)]
    [InlineData(HttpStatusCode.BadRequest, "GSOBJ_1011", false)]
    public async Task After_a_lost_attempt_a_404_for_fifty_activities_does_not_prove_that_they_are_gone(HttpStatusCode status, string? code, bool isLost)
    {
        const string Unknown = "1I00NOBODY";
        await using var tenant = await Activities.StartAsync();
        List<string> ids = [.. tenant.SeedActivities(49).Select(row => (string)row["ActivityId"]!)];
        ids.Insert(17, Unknown);
        if (isLost)
        {
            tenant.Emulator.Faults.Add(new Fault(FaultKind.CutAfterRead) { Operation = EmulatorOperations.TimelineDelete, Count = 1 });
        }

        var codeJson = code is null ? "null" : $"\"{code}\"";
        var gainsight = Answering(
            tenant,
            (call, sent) => (call > 1 || !isLost) && sent.Contains(Unknown, StringComparison.Ordinal)
                ? (status, $$"""{"result":false,"code":{{codeJson}},"message":"Not found","data":null}""")
                : null);

        var report = await gainsight.Timeline.DeleteAsync(ids);

        tenant.Timeline().Count.Should().Be(0);
        report.Deleted.Select(row => row.Record).Should().Contain(ids.Where(id => id != Unknown));
        report.Rows[17].Status.Should().Be(isLost ? RowStatus.Deleted : RowStatus.Failed, "only a lost attempt can have deleted it");
        report.Calls.Should().BeLessThanOrEqualTo(15);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(50)]
    public async Task Activities_that_a_lost_attempt_deleted_do_not_fail_because_of_the_404_that_follows(int count)
    {
        await using var tenant = await Activities.StartAsync();
        List<string> ids = [.. tenant.SeedActivities(count).Select(row => (string)row["ActivityId"]!)];
        tenant.Emulator.Faults.Add(new Fault(FaultKind.CutAfterCommit) { Operation = EmulatorOperations.TimelineDelete, Count = 1 });
        var gainsight = Answering(
            tenant, (call, _) => call > 1 ? (HttpStatusCode.NotFound, """{"result":false,"code":"GS_TL_10_0213","message":"Not found","data":null}""") : null);

        var report = await gainsight.Timeline.DeleteAsync(ids);

        tenant.Timeline().Count.Should().Be(0);
        report.Failed.Should().BeEmpty();
        report.Deleted.Should().HaveCountGreaterThanOrEqualTo(Math.Min(count, 25), "what more calls would show is unknown");
        report.Calls.Should().BeLessThanOrEqualTo(65);
    }

    private static GainsightClient Answering(Tenant tenant, Func<int, string, (HttpStatusCode Status, string Body)?> answer) =>
        tenant.CreateClient(options => options.PrimaryHandler = new InsteadOf(options.PrimaryHandler!, answer));

    /// <summary>Answers calls, selected by number and body, instead of the tenant.</summary>
    private sealed class InsteadOf(HttpMessageHandler inner, Func<int, string, (HttpStatusCode Status, string Body)?> answer) : DelegatingHandler(inner)
    {
        private int _calls;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var sent = await request.Content!.ReadAsStringAsync(cancellationToken);
            return answer(++_calls, sent) is { } instead
                ? new HttpResponseMessage(instead.Status) { Content = new StringContent(instead.Body, Encoding.UTF8, "application/json") }
                : await base.SendAsync(request, cancellationToken);
        }
    }
}
