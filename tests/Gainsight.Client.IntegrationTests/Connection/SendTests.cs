using System.Text.Json;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Connection;

/// <summary>Calls that the library has no method for.</summary>
public sealed class SendTests
{
    private const string Query = """{"select":["Name"],"limit":10,"offset":0}""";

    private static GainsightRequest QueryRequest(bool canRepeat = true) =>
        new(HttpMethod.Post, "/v1/data/objects/query/Company") { Body = Query, CanRepeat = canRepeat };

    [Fact]
    public async Task A_call_goes_through_credential_envelope_and_quota()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Acme"));
        var gainsight = tenant.CreateClient();

        var answer = await gainsight.SendAsync(QueryRequest());

        ((int)answer.StatusCode).Should().Be(200);
        answer.Data.GetRawText().Should().Contain("Acme");
        answer.RequestId.Should().NotBeNull();
        JsonDocument.Parse(answer.Body).RootElement.GetProperty("result").GetBoolean().Should().BeTrue();
        gainsight.Quota.Windows.Single(window => window.Name == "sync-minute").Used.Should().Be(1);
    }

    [Fact]
    public async Task A_call_names_its_bucket()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();

        await gainsight.SendAsync(new GainsightRequest(HttpMethod.Get, "/v1/meta/services/objects/list?po=company&em=false") { Bucket = QuotaBuckets.Users });

        gainsight.Quota.Windows.Single(window => window.Name == "users-hour").Used.Should().Be(1);
    }

    [Fact]
    public async Task A_refusal_is_a_typed_exception_with_the_body_in_a_property_only()
    {
        await using var tenant = await Tenant.StartAsync();
        var request = new GainsightRequest(HttpMethod.Post, "/v1/data/objects/Company") { Body = """{"records":[{"Name":"Acme","Stage":"Orbiting"}]}""" };

        var refused = (await FluentActions.Awaiting(() => tenant.CreateClient().SendAsync(request)).Should().ThrowAsync<GainsightValidationException>()).Which;

        refused.ErrorCode.Should().Be("GSOBJ_1012");
        refused.ResponseBody.Should().Contain("Orbiting");
        refused.ToString().Should().NotContain("Orbiting");
    }

    [Theory]
    [InlineData(FaultKind.Respond)]
    [InlineData(FaultKind.HtmlWith200)]
    [InlineData(FaultKind.MalformedJson)]
    [InlineData(FaultKind.CutAfterRead)]
    [InlineData(FaultKind.ServerError)]
    [InlineData(FaultKind.Throttle)]
    public async Task An_error_names_the_verb_and_the_path_without_the_values_of_the_query(FaultKind kind)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(kind) { Status = 404, Body = "<html/>" });
        var gainsight = tenant.CreateClient(options => options.Quota.MaxQueueWait = TimeSpan.Zero);

        var send = () => gainsight.SendAsync(new GainsightRequest(HttpMethod.Get, "/v1/meta/services/objects/list?token=s3cret") { CanRepeat = true });

        var failure = (await send.Should().ThrowAsync<GainsightException>()).Which;
        failure.Message.Should().Contain("GET /v1/meta/services/objects/list");
        failure.ToString().Should().NotContain("s3cret");
    }

    [Fact]
    public async Task A_refusal_of_a_read_only_client_names_the_path()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient(options => options.ReadOnly = true);

        (await gainsight.Awaiting(each => each.SendAsync(QueryRequest())).Should().ThrowAsync<InvalidOperationException>())
            .Which.Message.Should().Contain("POST /v1/data/objects/query/Company");
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public async Task Only_a_call_that_can_repeat_is_sent_again_when_its_answer_is_lost(bool canRepeat, int sent)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.CutAfterCommit) { Count = 1 });
        var gainsight = tenant.CreateClient();

        var act = () => gainsight.SendAsync(QueryRequest(canRepeat));

        if (canRepeat)
        {
            await act();
        }
        else
        {
            (await act.Should().ThrowAsync<GainsightTransportException>()).Which.MayHaveBeenProcessed.Should().BeTrue();
        }

        tenant.Emulator.Requests.Count.Should().Be(sent);
    }

    [Fact]
    public async Task A_throttled_call_waits_for_its_window()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Limits.CallsPerMinute = 1;
        var gainsight = tenant.CreateClient();

        await gainsight.SendAsync(QueryRequest(canRepeat: false));
        await gainsight.SendAsync(QueryRequest(canRepeat: false));

        tenant.Emulator.Requests.Snapshot().Select(entry => entry.Status).Should().Equal(200, 429, 200);
    }

    [Fact]
    public async Task A_bucket_that_does_not_exist_is_named_before_any_call()
    {
        await using var tenant = await Tenant.StartAsync();

        await FluentActions.Awaiting(() => tenant.CreateClient().SendAsync(new GainsightRequest(HttpMethod.Get, "/v1/x") { Bucket = "copilot" }))
            .Should().ThrowAsync<ArgumentException>().WithMessage("*no quota bucket 'copilot'*sync, timeline*");
        tenant.Emulator.Requests.Count.Should().Be(0);
    }
}
