using System.Net;

namespace Gainsight.Client.Emulator.Tests;

public sealed class LateCommitTests
{
    [Fact]
    public async Task An_insert_is_answered_504_and_its_rows_appear_later()
    {
        using var tenant = new Tenant();
        _ = tenant.Emulator.Faults.Add(
            new Fault(FaultKind.LateCommit) { Delay = TimeSpan.FromSeconds(60), CommitDelay = TimeSpan.FromSeconds(90), Count = 1 });
        var start = tenant.Clock.GetUtcNow();

        var insert = tenant.InsertAsync("Company", """{"Name":"a"}""");
        tenant.Clock.Advance(TimeSpan.FromSeconds(60));
        var answer = await insert;

        (answer.Status, answer.ContentType).Should().Be((HttpStatusCode.GatewayTimeout, "text/html"));
        (await tenant.QueryAsync("Company", """{"select":["Name"]}""")).Records.Should().BeEmpty();
        var entry = tenant.Emulator.Requests.Snapshot()[0];
        (entry.Fault, entry.Committed, entry.CommitsAt).Should().Be((FaultKind.LateCommit, false, start.AddSeconds(90)));

        tenant.Clock.Advance(TimeSpan.FromSeconds(30));

        (await tenant.QueryAsync("Company", """{"select":["Name"]}""")).Texts("Name").Should().Equal("a");
        tenant.Companies.Rows.Single()["CreatedDate"].Should().Be(start.AddSeconds(90));
        tenant.Emulator.Requests.Snapshot()[0].Committed.Should().BeTrue();
    }

    [Fact]
    public async Task The_connection_may_break_instead()
    {
        using var tenant = new Tenant();
        _ = tenant.Emulator.Faults.Add(new Fault(FaultKind.LateCommitCut) { Count = 1 });

        Func<Task> insert = () => tenant.InsertAsync("Company", """{"Name":"a"}""");

        (await insert.Should().ThrowAsync<HttpRequestException>()).Which.HttpRequestError.Should().Be(HttpRequestError.ResponseEnded);
        tenant.Companies.Count.Should().Be(0);
        tenant.Emulator.ClockOffset = TimeSpan.FromSeconds(90);
        tenant.Companies.Count.Should().Be(1);
    }

    [Fact]
    public async Task A_late_request_that_is_refused_changes_nothing()
    {
        using var tenant = new Tenant();
        _ = tenant.Emulator.Faults.Add(new Fault(FaultKind.LateCommit) { Status = 502, Body = "late", ContentType = "text/plain", Count = 1 });

        var answer = await tenant.InsertAsync("Company", """{"Name":"a","Nope":1}""");
        tenant.Emulator.ClockOffset = TimeSpan.FromSeconds(90);

        (answer.Status, answer.Text).Should().Be((HttpStatusCode.BadGateway, "late"));
        tenant.Companies.Count.Should().Be(0);
        tenant.Emulator.Requests.Snapshot().Single().Committed.Should().BeFalse();
    }

    [Fact]
    public async Task A_throttled_request_is_not_carried_out_later()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Limits.CallsPerMinute = 0;
        _ = tenant.Emulator.Faults.Add(new Fault(FaultKind.LateCommit));

        var answer = await tenant.InsertAsync("Company", """{"Name":"a"}""");
        tenant.Emulator.ClockOffset = TimeSpan.FromSeconds(90);

        answer.Status.Should().Be(HttpStatusCode.TooManyRequests);
        tenant.Companies.Count.Should().Be(0);
    }
}
