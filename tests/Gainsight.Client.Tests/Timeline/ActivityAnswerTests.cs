using System.Net;

namespace Gainsight.Client.Tests.Timeline;

/// <summary>Answers in every form that is told or likely.</summary>
public sealed class ActivityAnswerTests
{
    public static TheoryData<string> PartlyWritten =>
    [
        """{"failures":{"b":[{"errorCode":"GS_TL_10_0206","Message":"missing"}]},"success":{"a":[{"activityId":"A-a"}]}}""",
        """{"Failures":{"b":{"errorcode":"GS_TL_10_0206","message":"missing"}},"Success":{"a":{"ActivityId":"A-a"}}}""",
        """{"failures":[{"externalId":"b","code":"GS_TL_10_0206","errorMessage":"missing"}],"success":[{"ExternalId":"a","activityId":"A-a"}]}""",
        """{"result":{"failures":{"b":[{"errorCode":"GS_TL_10_0206","errorDesc":"missing"}]},"success":{"a":["A-a"]}}}""",
    ];

    [Theory]
    [MemberData(nameof(PartlyWritten))]
    public async Task Each_activity_is_found_by_its_id(string data)
    {
        using var fixture = new TimelineFixture();
        fixture.Wire.Answer(Answers.Envelope(data));
        TimelineActivity[] activities = [TimelineFixture.Activity("a"), TimelineFixture.Activity("b")];

        var report = await fixture.Client.Timeline.InsertAsync(activities);

        report.Inserted.Should().ContainSingle().Which.Record.ActivityId.Should().Be("A-a");
        var error = report.Failed.Should().ContainSingle().Which.Errors.Should().ContainSingle().Which;
        (error.Code, error.Message).Should().Be(("GS_TL_10_0206", "missing"));
        fixture.Wire.Sent.Should().ContainSingle();
    }

    [Theory]
    [InlineData("""{"failures":{"0":[{"errorCode":"GS_TL_10_0206","Message":"missing"}]},"success":{}}""", RowStatus.Failed)]
    [InlineData("""{"failures":{},"success":{"0":[{"activityId":"A"}]}}""", RowStatus.Inserted)]
    public async Task The_only_activity_of_a_call_is_the_one_that_is_meant_whatever_it_is_called(string data, RowStatus status)
    {
        using var fixture = new TimelineFixture();
        fixture.Wire.Answer(Answers.Envelope(data));

        var report = await fixture.Client.Timeline.InsertAsync([TimelineFixture.Activity()]);

        report.Rows[0].Status.Should().Be(status);
        fixture.Wire.Sent.Should().ContainSingle();
    }

    [Theory]
    [InlineData("""{"result":true,"errorCode":null,"errorDesc":null,"requestId":"r","data":{"failureCount":1},"message":null}""")]
    [InlineData("""{"result":true,"errorCode":null,"errorDesc":null,"requestId":"r","data":{"errors":[{"errorCode":"GS_TL_10_0206","errorMessage":"missing"}]},"message":null}""")]
    public async Task An_update_that_the_answer_counts_as_failed_has_failed(string answer)
    {
        using var fixture = new TimelineFixture();
        fixture.Wire.Answer(answer);

        var report = await fixture.Client.Timeline.UpdateAsync([new TimelineActivity { ExternalId = "a", Subject = "x" }], TimelineActivityFields.ExternalId);

        report.Failed.Should().ContainSingle();
    }

    [Fact]
    public async Task Several_errors_of_one_activity_are_all_reported()
    {
        using var fixture = new TimelineFixture();
        fixture.Wire.Answer(HttpStatusCode.BadRequest, Answers.Envelope(
            """{"failures":{"ext-1":[{"errorCode":"GS_TL_10_0206","Message":"a"},{"errorCode":"GS_TL_10_0213","Message":"b"}]},"success":{}}""", result: false));

        var report = await fixture.Client.Timeline.InsertAsync([TimelineFixture.Activity()]);

        report.Failed.Should().ContainSingle().Which.Errors.Select(error => error.Code).Should().Equal("GS_TL_10_0206", "GS_TL_10_0213");
        fixture.Wire.Sent.Should().ContainSingle();
    }

    [Fact]
    public async Task An_answer_that_names_nobody_is_followed_by_a_look()
    {
        using var fixture = new TimelineFixture();
        fixture.Wire
            .Answer(Answers.Envelope("null"))
            .Answer(StubHandler.Envelope("""{"records":[{"Gsid":"G1","ExternalId":"ext-1","ActivityId":"A1","ContextName":"Company","TypeName":"Update","Subject":"Quarterly note","Notes":"<p>n</p>"}]}"""));
        var activity = TimelineFixture.Activity();

        var report = await fixture.Client.Timeline.InsertAsync([activity]);

        report.Inserted.Should().ContainSingle().Which.Gsid.Should().Be("G1");
        activity.ActivityId.Should().Be("A1");
        fixture.Wire.Sent[1].Address.AbsolutePath.Should().Be("/v1/data/objects/query/activity_timeline");
    }

    [Theory]
    [InlineData("""{"jobId":"j-1"}""")]
    [InlineData("""{"JobID":"j-1","status":"SUBMITTED"}""")]
    [InlineData("\"j-1\"")]
    public async Task A_job_is_asked_after_by_its_id(string accepted)
    {
        using var fixture = new TimelineFixture();
        fixture.Wire
            .Answer(Answers.Envelope(accepted))
            .Answer(Answers.Envelope("""{"status":"in_progress"}"""))
            .Answer(Answers.Envelope("""{"jobStatus":"COMPLETED","failureCount":0,"success":{"ext-1":[{"activityId":"A1"}]}}"""));

        var report = await fixture.Client.Timeline.InsertAsync([TimelineFixture.Activity()], TimelineRoute.Bulk, new WriteOptions());

        report.Inserted.Should().ContainSingle().Which.Record.ActivityId.Should().Be("A1");
        fixture.Wire.Sent.Select(call => call.Address.AbsolutePath).Should().Equal(
            "/v1/ant/es/activity/bulk", "/v1/ant/es/job/status/j-1", "/v1/ant/es/job/status/j-1");
    }

    [Fact]
    public async Task A_job_that_never_ends_leaves_its_activities_unknown()
    {
        using var fixture = new TimelineFixture();
        fixture.Wire.Answer(Answers.Envelope("""{"jobId":"j-1"}""")).Answer(Answers.Envelope("""{"jobStatus":"IN_PROGRESS"}"""));

        var report = await fixture.Client.Timeline.InsertAsync([TimelineFixture.Activity(null)], TimelineRoute.Bulk, new WriteOptions());

        report.Unknown.Should().ContainSingle().Which.Record.ExternalId.Should().NotBeNull();
        report.Unknown[0].Errors[0].Message.Should().Contain("Look them up by ExternalId");
        report.Elapsed.Should().BeCloseTo(TimeSpan.FromHours(1), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_completed_update_job_that_counts_no_failure_has_updated_all_and_one_that_says_nothing_leaves_them_unknown()
    {
        using var fixture = new TimelineFixture();
        TimelineActivity[] changes = [new() { ExternalId = "a", Subject = "x" }, new() { ExternalId = "b", Subject = "x" }];
        fixture.Wire
            .Answer(Answers.Envelope("""{"jobId":"j-1"}"""))
            .Answer(Answers.Envelope("""{"jobStatus":"COMPLETED","failureCount":0}"""))
            .Answer(Answers.Envelope("""{"jobId":"j-2"}"""))
            .Answer(Answers.Envelope("""{"jobStatus":"COMPLETED"}"""))
            .Answer(StubHandler.Envelope("""{"records":[]}"""));

        var counted = await fixture.Client.Timeline.UpdateAsync(changes, TimelineActivityFields.ExternalId, TimelineRoute.Bulk, new WriteOptions());
        var silent = await fixture.Client.Timeline.UpdateAsync(changes, TimelineActivityFields.ExternalId, TimelineRoute.Bulk, new WriteOptions());

        counted.Updated.Should().HaveCount(2);
        silent.Unknown.Should().HaveCount(2);
        fixture.Wire.Sent.Count(sent => !sent.Address.AbsolutePath.Contains("/query/", StringComparison.Ordinal)).Should().Be(4);
    }

    [Fact]
    public async Task Activities_of_more_than_80_MB_are_split_over_jobs_and_one_that_is_larger_fails()
    {
        using var fixture = new TimelineFixture();
        string megabytes = new('n', 30_000_000);
        List<TimelineActivity> activities = [.. Enumerable.Range(0, 4).Select(i => TimelineFixture.Activity($"e{i}"))];
        activities.Take(3).ToList().ForEach(activity => activity.Notes = megabytes);
        activities[3].Notes = new('n', 80_000_000);
        List<long> sizes = [];
        fixture.Wire.Do(async (request, token) =>
        {
            if (request.Method == HttpMethod.Post)
            {
                sizes.Add((await request.Content!.ReadAsByteArrayAsync(token)).LongLength);
            }

            return StubHandler.Json(HttpStatusCode.OK, request.Method == HttpMethod.Post
                ? Answers.Envelope("""{"jobId":"j"}""")
                : Answers.Envelope("""{"jobStatus":"COMPLETED","success":{"e0":["1"],"e1":["2"],"e2":["3"]}}"""));
        });

        var report = await fixture.Client.Timeline.InsertAsync(
            activities, TimelineRoute.Bulk, new WriteOptions { MaxConcurrency = 1 });

        report.Inserted.Should().HaveCount(3);
        report.Failed.Should().ContainSingle().Which.Errors[0].Code.Should().Be(RecordErrorCodes.InvalidValue);
        // On a busy machine a body this large may take longer than an attempt has, and goes out again.
        sizes.Distinct().Should().HaveCount(2).And.OnlyContain(size => size < 80_000_000);
    }
}
