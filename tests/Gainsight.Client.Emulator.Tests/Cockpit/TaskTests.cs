namespace Gainsight.Client.Emulator.Tests;

public sealed class TaskTests
{
    [Theory]
    [InlineData("/v2/cockpit/task")]
    [InlineData("/v2/cockpit/task/")]
    public async Task A_task_belongs_to_a_cta_and_its_counts_follow(string path)
    {
        using var cockpit = new Cockpit();
        var cta = await cockpit.CreateCtaAsync();

        var first = await CreateAsync(cockpit, cta, ",\"DueDate\":\"2031-01-05\"", path);
        _ = await CreateAsync(cockpit, cta, ",\"DueDate\":\"2031-01-09\"", path);
        var closed = await cockpit.SendAsync(
            HttpMethod.Put, path, Cockpit.Requests($$"""{"referenceId":"r","Gsid":"{{first}}","status":"Closed Success"}"""));

        Cockpit.Gsid(closed).Should().Be(first);
        var row = cockpit.Ctas.Find(cta)!;
        (row["TotalTaskCount"], row["OpenTaskCount"], row["ClosedTaskCount"], row["PercentComplete"]).Should().Be((2m, 1m, 1m, 50m));
        (row["NextTaskDueDate"], row["MinTaskDate"]).Should().Be((new DateOnly(2031, 1, 9), new DateOnly(2031, 1, 5)));
        var task = cockpit.Tasks.Find(first)!;
        (task["CompanyId"], task["OwnerId"], task["IsClosed"]).Should().Be((cockpit.Company, cockpit.Owner, true));

        _ = cockpit.Tasks.Delete(first);
        cockpit.Ctas.Find(cta)!["TotalTaskCount"].Should().Be(1m);
    }

    [Theory]
    [InlineData("""{"referenceId":"r","Name":"x"}""", "COCKPIT_9700: Missing mandatory fields for create - CtaId")]
    [InlineData("""{"referenceId":"r","CtaId":"1S01DEMO00000000000000000000000000A1"}""", "GSOBJ_1011")]
    [InlineData("""{"referenceId":"r","CtaId":"short","Name":"x"}""", "GSOBJ_1008")]
    public async Task A_task_without_a_cta_or_a_name_fails_in_its_record(string record, string failure)
    {
        using var cockpit = new Cockpit();

        var answer = await cockpit.SendAsync(HttpMethod.Post, "/v2/cockpit/task", Cockpit.Requests(record));

        answer.Result.Should().BeTrue();
        Cockpit.Failure(answer)!.Value.GetString().Should().StartWith(failure);
    }

    [Theory]
    [InlineData("Gsid")]
    [InlineData("CsTaskId")]
    public async Task An_update_names_the_task_by_either_key_and_may_not_move_it(string key)
    {
        using var cockpit = new Cockpit();
        var cta = await cockpit.CreateCtaAsync();
        var task = await CreateAsync(cockpit, cta);

        var renamed = await cockpit.SendAsync(
            HttpMethod.Put, "/v2/cockpit/task", Cockpit.Requests($$"""{"referenceId":"r","{{key}}":"{{task}}","Name":"renamed","CtaId":"{{cta}}"}"""));
        var moved = await cockpit.SendAsync(
            HttpMethod.Put, "/v2/cockpit/task", Cockpit.Requests($$"""{"referenceId":"r","{{key}}":"{{task}}","CtaId":"{{await cockpit.CreateCtaAsync()}}"}"""));
        var unknown = await cockpit.SendAsync(HttpMethod.Put, "/v2/cockpit/task", Cockpit.Requests("""{"referenceId":"r","Gsid":"nobody"}"""));

        renamed.Result.Should().BeTrue();
        cockpit.Tasks.Find(task)!["Name"].Should().Be("renamed");
        Cockpit.Failure(moved)!.Value.GetString().Should().StartWith("GSOBJ_1002");
        Cockpit.Failure(unknown)!.Value.GetString().Should().Be("COCKPIT_6007: Invalid GSID of Task");
    }

    [Theory]
    [InlineData("GET", "/v2/cockpit/task/list/{0}", null, 1)]
    [InlineData("GET", "/v2/cockpit/task/list/{0}/", null, 1)]
    [InlineData("POST", "/v2/cockpit/task/list/{0}", """{"select":["Name"]}""", 1)]
    [InlineData("POST", "/v2/cockpit/task/list/", """{"select":["Name"]}""", 2)]
    [InlineData("GET", "/v2/cockpit/task/list", null, 2)]
    public async Task Tasks_are_listed_by_either_verb_for_one_cta_or_all(string method, string path, string? body, int expected)
    {
        using var cockpit = new Cockpit();
        var cta = await cockpit.CreateCtaAsync();
        var task = await CreateAsync(cockpit, cta);
        _ = await CreateAsync(cockpit, await cockpit.CreateCtaAsync());

        var answer = await cockpit.SendAsync(new HttpMethod(method), string.Format(System.Globalization.CultureInfo.InvariantCulture, path, cta), body);

        Cockpit.Rows(answer).Should().HaveCount(expected);
        Cockpit.Rows(answer).Should().Contain(row => row.GetProperty("Gsid").GetString() == task && row.GetProperty("CtaId").GetString() == cta);
    }

    [Fact]
    public async Task The_list_of_an_unknown_cta_is_refused()
    {
        using var cockpit = new Cockpit();

        var answer = await cockpit.SendAsync(HttpMethod.Get, "/v2/cockpit/task/list/nobody");

        (answer.Result, answer.Code).Should().Be((false, "COCKPIT_6007"));
    }

    [Fact]
    public async Task Deleted_tasks_are_listed()
    {
        using var cockpit = new Cockpit();
        var task = await CreateAsync(cockpit, await cockpit.CreateCtaAsync());
        _ = cockpit.Tasks.Delete(task);

        var answer = await cockpit.ListAsync("""{"select":["Name"]}""", "/v2/cockpit/task/deleted/list/");

        Cockpit.Rows(answer).Single().GetProperty("Gsid").GetString().Should().Be(task);
    }

    private static async Task<string> CreateAsync(Cockpit cockpit, string cta, string more = "", string path = "/v2/cockpit/task") => Cockpit.Gsid(
        await cockpit.SendAsync(HttpMethod.Post, path, Cockpit.Requests($$"""{"referenceId":"r","CtaId":"{{cta}}","Name":"Call them"{{more}}}""")));
}
