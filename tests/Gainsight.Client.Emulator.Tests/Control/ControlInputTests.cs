using System.Net;

namespace Gainsight.Client.Emulator.Tests;

/// <summary>Bodies and addresses of the control API that cannot be used: each is told with its place, and changes nothing.</summary>
public sealed class ControlInputTests
{
    [Theory]
    [InlineData("/load", "[1", "The body, line 1, column 3: this is not JSON: ")]
    [InlineData("/load", "{\n \"rows\": {,}}", "The body, line 2, column 11: this is not JSON: ")]
    [InlineData("/load", "", "The body is empty. It must be a JSON object.")]
    [InlineData("/load", "[1]", "The body must be a JSON object.")]
    [InlineData("/objects/Company/rows", "{\"Name\":", "The body, line 1, column 9: this is not JSON: ")]
    [InlineData("/objects/Company/rows", "{\"Name\":\"A\",\"name\":\"B\"}", "The field Name of Company has two values.")]
    [InlineData("/objects/Company/rows", "{\"Name\":\"A\",\"Name\":\"B\"}", "The field Name of Company has two values.")]
    [InlineData("/load", "{\"rows\":{\"Company\":[{\"Name\":\"A\"},{\"Name\":\"B\",\"name\":\"C\"}]}}", "rows: Row 2 of Company: The field Name of Company has two values.")]
    public async Task A_body_that_cannot_be_used_is_told_with_its_place(string path, string body, string told)
    {
        await using var control = await Controlled.StartAsync();

        (var status, var json) = await control.CallAsync(HttpMethod.Post, path, body);

        status.Should().Be(HttpStatusCode.BadRequest);
        json.GetProperty("error").GetString().Should().StartWith(told).And.NotContainAny("LineNumber", "(Parameter");
        control.Companies.Count.Should().Be(0);
    }

    [Theory]
    [InlineData("PageCap", "0", "The switch PageCap must be a whole number of at least 1, not 0.")]
    [InlineData("PageCap", "-3", "The switch PageCap must be a whole number of at least 1, not -3.")]
    [InlineData("PageShortBy", "-1", "The switch PageShortBy must be a whole number of at least 0, not -1.")]
    [InlineData("FirstRowNumber", "-1", "The switch FirstRowNumber must be a whole number of at least 0, not -1.")]
    [InlineData("IpRefusalStatus", "0", "The switch IpRefusalStatus must be an HTTP status")]
    [InlineData("UnknownObjectStatus", "204", "The switch UnknownObjectStatus must be an HTTP status")]
    [InlineData("ReadLag", "\"-00:00:01\"", "The switch ReadLag must not be negative")]
    [InlineData("FilterTimeOffset", "\"15:00:00\"", "The switch FilterTimeOffset must be an offset from UTC")]
    [InlineData("FilterTimeOffset", "1.5", "The switch FilterTimeOffset must be an offset from UTC")]
    [InlineData("OpportunityPath", "\"https://acme.example/v1/x\"", "The switch OpportunityPath must be a path such as /v1/data/objects/gs_opportunity")]
    [InlineData("OpportunityPath", "\"/v1/x?keys=Gsid\"", "The switch OpportunityPath must be a path")]
    [InlineData("OpportunityPath", "\"/v1/my opportunities\"", "The switch OpportunityPath must be a path")]
    [InlineData("OpportunityPath", "\"/\"", "The switch OpportunityPath must be a path")]
    public async Task A_switch_with_which_the_tenant_could_not_answer_is_refused_and_nothing_changes(string name, string value, string told)
    {
        await using var control = await Controlled.StartAsync();

        foreach (var (method, path, body) in new[]
        {
            (HttpMethod.Patch, "/switches", $$$"""{"Dates":"EpochMilliseconds","{{{name}}}":{{{value}}}}"""),
            (HttpMethod.Post, "/load", $$$"""{"rows":{"Company":[{"Name":"A"}]},"switches":{"Dates":"EpochMilliseconds","{{{name}}}":{{{value}}}}}"""),
        })
        {
            (var status, var json) = await control.CallAsync(method, path, body);

            status.Should().Be(HttpStatusCode.BadRequest);
            json.GetProperty("error").GetString().Should().Contain(told);
        }

        control.Emulator.Switches.Dates.Should().Be(DateForm.Iso);
        control.Companies.Count.Should().Be(0);
        _ = await control.GetAsync("/switches");
    }

    [Fact]
    public async Task A_seed_of_which_a_part_does_not_fit_adds_nothing()
    {
        await using var control = await Controlled.StartAsync();
        var before = control.Emulator.Dump();

        (var status, _) = await control.CallAsync(
            HttpMethod.Post, "/load",
            """{"tenantId":"other","objects":[{"name":"New__gc"}],"rows":{"Company":[{"Name":"A"},{"Nme":"B"}]},"limits":{"CallsPerMinute":7}}""");

        status.Should().Be(HttpStatusCode.BadRequest);
        control.Emulator.Dump().Should().Be(before);
        (await control.CallAsync(HttpMethod.Get, "/objects/New__gc")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_body_that_is_not_utf_8_is_refused()
    {
        await using var control = await Controlled.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_emulator/load")
        {
            Content = new ByteArrayContent([.. "{\"rows\":{\"Company\":[{\"Name\":\"Caf"u8, 0xE9, .. "\"}]}}"u8]) { Headers = { ContentType = new("application/json") } },
        };

        using var response = await control.Http.SendAsync(request);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).Should().Contain("UTF-8");
        control.Companies.Count.Should().Be(0);
    }
}
