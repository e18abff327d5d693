using System.Net;

namespace Gainsight.Client.Emulator.Tests;

public sealed class ToolSettingsTests
{
    private const string Query = """{"select":["Name"]}""";

    [Fact]
    public async Task The_command_line_comes_before_the_environment_and_the_environment_before_the_seed()
    {
        using var folder = new TemporaryFolder();
        var seed = folder.Write("tenant.json", """
            { "switches": { "PageCap": 1, "QueryData": "BareArray" }, "limits": { "RowsPerQuery": 3, "RecordsPerWrite": 1 },
              "accessKey": "of-the-seed", "tenantId": "t-seed", "faults": [ { "kind": "Respond", "status": 418 } ] }
            """);
        var environment = RunningTool.Environment(
            ("GAINSIGHT_EMULATOR_SEED", seed), ("GAINSIGHT_EMULATOR_SWITCH", "PageCap=2"), ("GAINSIGHT_EMULATOR_LIMIT", "RowsPerQuery=4;RecordsPerWrite=2"),
            ("GAINSIGHT_EMULATOR_ACCESS_KEY", "of-the-environment"), ("GAINSIGHT_EMULATOR_FAULT", "Respond,Status=419,Count=1"));

        await using var tool = await RunningTool.StartAsync(environment, "--limit", "RowsPerQuery=5", "--access-key", "emulator-access-key");
        var faulty = await QueryAsync(tool, Query);
        var answer = await QueryAsync(tool, Query);
        var tooMany = await QueryAsync(tool, """{"select":["Name"],"limit":6}""");
        var two = await Tenant.SendAsync(tool.Http, HttpMethod.Post, "/v1/data/objects/Company", """{"records":[{"Name":"a"},{"Name":"b"}]}""");

        ((int)faulty.Status).Should().Be(419, "the fault of the environment replaces that of the seed");
        answer.Data.GetArrayLength().Should().Be(2, "the environment has the page cap, and the seed the form of the data");
        tooMany.Result.Should().BeFalse();
        two.Status.Should().Be(HttpStatusCode.BadRequest, "the command line replaces all limits of the environment, so the seed's limit counts");
        tool.Output.Should().Contain("t-seed");
    }

    [Fact]
    public async Task Clients_publishers_the_tenant_id_and_the_clock_are_set_on_the_command_line()
    {
        await using var tool = await RunningTool.StartAsync(
            "--client", "id=a=b", "--tenant-id", "t-1", "--clock", "2030-06-01T00:00:00Z",
            "--publisher", "Usage,Secret=s3cret,Event=Login:v01,Contract=c", "--publisher", @"A\,B,Secret=s3cret,Event=a:b:1");
        using var token = new HttpRequestMessage(HttpMethod.Post, "/v1/users/m2m/oauth/token");
        token.Headers.Authorization = new("Basic", Convert.ToBase64String("id:a=b"u8));
        using var http = new HttpClient { BaseAddress = tool.Http.BaseAddress };
        using var issued = await http.SendAsync(token);
        using var login = Event("Usage", "Login", "v01");
        using var other = Event("A,B", "a:b", "1");
        using var published = await http.SendAsync(login);
        using var publishedToo = await http.SendAsync(other);
        _ = await tool.InsertAsync("Acme");
        var row = await Tenant.SendAsync(tool.Http, HttpMethod.Post, "/v1/data/objects/query/Company", """{"select":["CreatedDate"]}""");

        (issued.StatusCode, published.StatusCode, publishedToo.StatusCode).Should().Be((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK));
        row.Texts("CreatedDate").Single().Should().StartWith("2030-06-01T00:00");
        tool.Output.Should().Contain("Tenant id   t-1").And.NotContain("s3cret");

        static HttpRequestMessage Event(string topic, string name, string version)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/v1.0/api/eventManager/event") { Content = new StringContent("{}") };
            request.Headers.Add("sharedSecret", "s3cret");
            request.Headers.Add("tenantId", "t-1");
            request.Headers.Add("topicName", topic);
            request.Headers.Add("eventName", name);
            request.Headers.Add("eventVersion", version);
            return request;
        }
    }

    [Theory]
    [InlineData("--client", "secret", "A client must be written ID=SECRET.")]
    [InlineData("--client", "id=", "A client must be written ID=SECRET.")]
    [InlineData("--publisher", "Usage", "must be written Topic,Secret=…,Event=Name:Version")]
    [InlineData("--publisher", "Usage,Secret=s,Event=Login", "must be written Event=Name:Version, not 'Login'")]
    [InlineData("--publisher", "Usage,Secret=s,Topic=b", "no setting of a publisher Topic. There are: Contract, Event, Secret")]
    [InlineData("--clock", "soon", "The clock must be an offset")]
    [InlineData("--fault", "Respond,Probability=2", "In a fault Respond, Probability must be from 0 to 1.")]
    [InlineData("--fault", "Latency,Delay=-1", "must not be negative")]
    [InlineData("--limit", "CallsPerMinute=-5", "The limit CallsPerMinute must not be negative, not '-5'")]
    [InlineData("--limit", "JobStep=-1", "The limit JobStep must not be negative, not '-1'")]
    [InlineData("--switch", "PageCaps=1", "There is no switch PageCaps")]
    [InlineData("--fault", "Drip,PieceSize=0", "PieceSize must be at least 1")]
    [InlineData("--log", "loud", "must be one of All, Errors, Off")]
    [InlineData("--access-key", "", "--access-key must not be empty")]
    [InlineData("--random-seed", "many", "many")]
    public async Task A_setting_that_does_not_fit_ends_the_tool_with_1_and_says_what_is_expected(string option, string value, string message)
    {
        (var exitCode, _, var error) = await RunningTool.RunAsync(null, "--port", "0", option, value);

        exitCode.Should().Be(1);
        error.Should().Contain(message).And.NotContain("   at ");
    }

    [Fact]
    public async Task The_tool_says_where_it_is_what_it_takes_and_how_it_ends()
    {
        await using var tool = await RunningTool.StartAsync();

        tool.Output.Split('\n')[0].Should().MatchRegex("^Listening on http://127.0.0.1:[1-9][0-9]*/\r?$");
        tool.Output.Should().ContainAll(
            "Access key  emulator-access-key", "Tenant id   7d0e4b6a-", $"Inspector   {tool.Http.BaseAddress}_emulator/", "in memory", "Stop        Ctrl+C");
        tool.Error.Should().BeEmpty();
    }

    [Fact]
    public async Task A_key_that_the_user_chose_is_not_printed()
    {
        await using var tool = await RunningTool.StartAsync("--access-key", "ch0sen", "--client", "id=s3cret", "--control-token", "t0ken");

        tool.Output.Should().Contain("Access key  as set").And.NotContainAny("ch0sen", "s3cret", "t0ken");
    }

    [Theory]
    [InlineData(null, "off: it needs --control-token")]
    [InlineData("t0ken", "/_emulator/")]
    public async Task Another_host_than_loopback_is_warned_about_and_needs_a_token_for_the_inspector(string? token, string inspector)
    {
        await using var tool = await RunningTool.StartAsync(["--host", "0.0.0.0", .. token is null ? (string[])[] : ["--control-token", token]]);

        tool.Error.Should().Contain("WARNING").And.Contain("0.0.0.0").And.Contain("without encryption");
        tool.Output.Should().Contain("Inspector   ").And.Contain(inspector).And.NotContain("t0ken");
        tool.Output.Split('\n')[0].Should().StartWith("Listening on http://0.0.0.0:");
    }

    [Fact]
    public async Task Help_fits_a_terminal()
    {
        (var exitCode, var output, _) = await RunningTool.RunAsync(null, "--help");

        exitCode.Should().Be(0);
        output.Split('\n').Should().OnlyContain(line => line.TrimEnd('\r').Length <= 100);
        output.Should().ContainAll(new EmulatorArguments().All.Select(option => option.Name)).And.Contain("GAINSIGHT_EMULATOR_ACCESS_KEY");
    }

    private static Task<Answer> QueryAsync(RunningTool tool, string body) =>
        Tenant.SendAsync(tool.Http, HttpMethod.Post, "/v1/data/objects/query/GsUser", body);
}
