using System.Net;
using System.Text.Json;

namespace Gainsight.Client.Emulator.Tests;

public sealed class CockpitSwitchTests
{
    [Theory]
    [InlineData(CockpitAllFailedForm.ResultTrue, true)]
    [InlineData(CockpitAllFailedForm.ResultFalse, false)]
    public async Task A_write_that_fails_in_every_record_succeeds_or_fails(CockpitAllFailedForm form, bool result)
    {
        using var cockpit = new Cockpit();
        cockpit.Switches.CockpitAllFailed = form;

        var answer = await CreateAsync(cockpit, """{"referenceId":"r"}""");

        answer.Result.Should().Be(result);
        answer.Code.Should().Be(result ? null : "COCKPIT_9700");
        Cockpit.Failure(answer)!.Value.ValueKind.Should().Be(JsonValueKind.String);
    }

    [Theory]
    [InlineData(FailureValueForm.Text, JsonValueKind.String)]
    [InlineData(FailureValueForm.Object, JsonValueKind.Object)]
    [InlineData(FailureValueForm.List, JsonValueKind.Array)]
    public async Task A_failure_is_a_text_an_object_or_a_list(FailureValueForm form, JsonValueKind kind)
    {
        using var cockpit = new Cockpit();
        cockpit.Switches.FailureValue = form;

        var answer = await CreateAsync(cockpit, """{"referenceId":"r"}""");

        Cockpit.Failure(answer)!.Value.ValueKind.Should().Be(kind);
        answer.Text.Should().Contain("COCKPIT_9700").And.Contain("Missing mandatory fields for create");
    }

    [Theory]
    [InlineData(EmptyOutcomeForm.EmptyList, """{"success":[{"r":"G"}],"failure":[]}""")]
    [InlineData(EmptyOutcomeForm.Null, """{"success":[{"r":"G"}],"failure":null}""")]
    [InlineData(EmptyOutcomeForm.MissingKey, """{"success":[{"r":"G"}]}""")]
    public async Task No_failures_are_an_empty_list_null_or_nothing(EmptyOutcomeForm form, string data)
    {
        using var cockpit = new Cockpit();
        cockpit.Switches.EmptyOutcomes = form;

        var answer = await CreateAsync(cockpit, cockpit.CtaRecord());

        answer.Data.GetRawText().Replace(Cockpit.Gsid(answer), "G", StringComparison.Ordinal).Should().Be(data);
    }

    [Theory]
    [InlineData(RefusalStatus.OkWithResultFalse, HttpStatusCode.OK)]
    [InlineData(RefusalStatus.BadRequest, HttpStatusCode.BadRequest)]
    public async Task A_refused_call_has_the_status_of_the_switch(RefusalStatus status, HttpStatusCode expected)
    {
        using var cockpit = new Cockpit();
        cockpit.Switches.CockpitRefusalStatus = status;

        (await cockpit.ListAsync("{}")).Status.Should().Be(expected);
    }

    [Theory]
    [InlineData(CockpitDueDateForm.DateAndTime, "2031-03-14T00:00:00Z")]
    [InlineData(CockpitDueDateForm.Date, "2031-03-14")]
    public async Task A_due_date_comes_with_or_without_a_time(CockpitDueDateForm form, string expected)
    {
        using var cockpit = new Cockpit();
        cockpit.Switches.CockpitDueDates = form;
        _ = await cockpit.CreateCtaAsync(",\"DueDate\":\"2031-03-14\"");

        Cockpit.Rows(await cockpit.ListAsync("""{"select":["Name"]}""")).Single().GetProperty("DueDate").GetString().Should().Be(expected);
    }

    [Fact]
    public async Task Pages_may_come_in_another_order_each_time_but_the_same_in_every_run()
    {
        List<string?> first = await PagesAsync(), second = await PagesAsync();

        first.Should().Equal(second).And.NotBeInAscendingOrder();
        first.Distinct().Count().Should().BeLessThan(40, "a row came twice, and another not at all");

        static async Task<List<string?>> PagesAsync()
        {
            using var cockpit = new Cockpit();
            cockpit.Switches.CockpitPages = PageOrderForm.ChangesBetweenPages;
            for (var i = 0; i < 40; i++)
            {
                _ = cockpit.Ctas.Insert(("Name", $"n{i}"), ("CompanyId", cockpit.Company));
            }

            var gsids = new List<string?>();
            for (var page = 1; page <= 4; page++)
            {
                var answer = await cockpit.ListAsync($$"""{"select":["Gsid"],"pageSize":10,"pageNumber":{{page}}}""");
                gsids.AddRange(Cockpit.Rows(answer).Select(row => row.GetProperty("Gsid").GetString()));
            }

            return gsids;
        }
    }

    [Theory]
    [InlineData(CockpitConfigurationForm.MapByCategory, JsonValueKind.Object)]
    [InlineData(CockpitConfigurationForm.List, JsonValueKind.Array)]
    public async Task The_configuration_is_a_map_or_a_list(CockpitConfigurationForm form, JsonValueKind kind)
    {
        using var cockpit = new Cockpit();
        cockpit.Switches.CockpitConfiguration = form;

        var answer = await cockpit.SendAsync(HttpMethod.Get, "/v2/cockpit/admin/picklist/lite/?category=CTA_PRIORITY&et=COMPANY");

        answer.Data.ValueKind.Should().Be(kind);
        answer.Text.Should().Contain("High").And.Contain("CTA_PRIORITY");
    }

    [Fact]
    public async Task A_moment_in_a_filter_is_refused_unless_switched_on()
    {
        using var cockpit = new Cockpit();
        const string Filter = """{"select":["Name"],"where":{"conditions":[{"fieldName":"ModifiedDate","operator":"GT","value":["2026-03-02T10:00:00Z"],"alias":"A"}],"expression":"A"}}""";

        var off = await cockpit.ListAsync(Filter);
        cockpit.Switches.CockpitFiltersTakeMoments = true;
        var on = await cockpit.ListAsync(Filter);

        (off.Result, on.Result).Should().Be((false, true));
    }

    [Theory]
    [InlineData("TODAY", 11, 1)]
    [InlineData("TODAY", 0, 0)]
    [InlineData("TOMORROW", 0, 1)]
    [InlineData("YESTERDAY", -11, 1)]
    public async Task Today_is_the_current_day_in_the_time_zone_of_filters(string literal, int hours, int rows)
    {
        using var cockpit = new Cockpit();
        cockpit.Switches.FilterTimeOffset = TimeSpan.FromHours(hours);
        cockpit.Tenant.Clock.Advance(TimeSpan.FromHours(hours < 0 ? 0 : 4));
        _ = cockpit.Ctas.Insert(("Name", "n"), ("CompanyId", cockpit.Company), ("ClosedDate", new DateTimeOffset(2026, 3, hours < 0 ? 1 : 3, 2, 0, 0, TimeSpan.Zero)));

        var answer = await cockpit.ListAsync(
            $$"""{"select":["Name"],"where":{"conditions":[{"fieldName":"ClosedDate","operator":"EQ","literal":"{{literal}}","alias":"A"}],"expression":"A"} }""");

        Cockpit.Rows(answer).Should().HaveCount(rows);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Conditions_by_name_work_only_if_switched_on(bool on)
    {
        using var cockpit = new Cockpit();
        cockpit.Switches.CockpitConditionsMayUseName = on;

        var name = await cockpit.ListAsync(
            """{"select":["Name"],"where":{"conditions":[{"name":"Name","operator":"EQ","value":["x"],"alias":"A"}],"expression":"A"}}""");

        name.Result.Should().Be(on);
    }

    [Theory]
    [InlineData(OverLimitForm.Refused, 0)]
    [InlineData(OverLimitForm.Clamped, 2)]
    public async Task A_page_above_the_maximum_is_refused_or_cut(OverLimitForm form, int rows)
    {
        using var cockpit = new Cockpit();
        cockpit.Switches.OverLimit = form;
        cockpit.Tenant.Emulator.Limits.CockpitRowsPerPage = 2;
        for (var i = 0; i < 3; i++)
        {
            _ = await cockpit.CreateCtaAsync();
        }

        var answer = await cockpit.ListAsync("""{"select":["Name"],"pageSize":3,"pageNumber":1}""");

        answer.Result.Should().Be(form == OverLimitForm.Clamped);
        (answer.Result ? Cockpit.Rows(answer).Count : 0).Should().Be(rows);
    }

    private static Task<Answer> CreateAsync(Cockpit cockpit, string record) =>
        cockpit.SendAsync(HttpMethod.Post, "/v2/cockpit/cta", Cockpit.Requests(record));
}
