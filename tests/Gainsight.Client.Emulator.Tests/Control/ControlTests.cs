using System.Net;

namespace Gainsight.Client.Emulator.Tests;

public sealed class ControlTests
{
    [Fact]
    public async Task Calls_of_the_control_api_use_no_quota_are_not_logged_and_get_no_fault()
    {
        await using var control = await Controlled.StartAsync();
        _ = control.Emulator.Faults.Add(new Fault(FaultKind.ServerError));

        _ = await control.GetAsync("/objects");
        var status = await control.GetAsync("/status");

        control.Emulator.Requests.Count.Should().Be(0);
        status.GetProperty("quota").EnumerateArray().Should().OnlyContain(window => window.GetProperty("used").GetInt32() == 0);
        control.Emulator.Faults.Snapshot()[0].Fired.Should().Be(0);
    }

    [Fact]
    public async Task The_status_tells_how_much_of_each_window_is_left()
    {
        await using var control = await Controlled.StartAsync();
        control.Emulator.Limits.CallsPerMinute = 10;
        await control.InsertAsync("Acme");

        var minute = (await control.GetAsync("/status")).GetProperty("quota").EnumerateArray().Single(window => window.GetProperty("name").GetString() == "sync/minute");

        minute.GetProperty("left").GetInt32().Should().Be(9);
        minute.GetProperty("ends").GetDateTime().Should().Be(new DateTime(2026, 3, 2, 10, 1, 0, DateTimeKind.Utc));
    }

    [Fact]
    public async Task A_reset_brings_back_the_state_in_which_the_server_started()
    {
        await using var control = await Controlled.StartAsync(new ServerOptions
        {
            PrepareAsync = emulator =>
            {
                emulator.Load("""{"rows":{"Company":[{"Name":"Seeded"}]}}""");
                return Task.CompletedTask;
            },
        });
        await control.InsertAsync("Acme");

        (var status, _) = await control.CallAsync(HttpMethod.Post, "/reset", "{}");

        status.Should().Be(HttpStatusCode.OK);
        control.Companies.Rows.Select(row => row["Name"]).Should().Equal("Seeded");
        (await control.GetAsync("/requests")).GetProperty("requests").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task A_seed_is_loaded_and_a_bad_one_is_refused_in_words()
    {
        await using var control = await Controlled.StartAsync();

        (await control.CallAsync(HttpMethod.Post, "/load", """{"rows":{"Company":[{"Name":"Acme"}]}}""")).Status.Should().Be(HttpStatusCode.OK);
        (var status, var json) = await control.CallAsync(HttpMethod.Post, "/load", """{"rows":{"Nothing":[]}}""");

        control.Companies.Count.Should().Be(1);
        status.Should().Be(HttpStatusCode.BadRequest);
        json.GetProperty("error").GetString().Should().Contain("Nothing");
    }

    [Fact]
    public async Task A_dump_makes_the_same_tenant_again()
    {
        await using var control = await Controlled.StartAsync();
        await control.InsertAsync("Acme");
        var dump = await control.GetAsync("/dump");
        await control.InsertAsync("Later");

        (await control.CallAsync(HttpMethod.Post, "/load", dump.GetRawText())).Status.Should().Be(HttpStatusCode.OK);

        control.Companies.Rows.Select(row => row["Name"]).Should().Equal("Acme");
    }

    [Fact]
    public async Task A_fault_is_added_strikes_is_turned_off_and_removed()
    {
        await using var control = await Controlled.StartAsync();

        (var status, var added) = await control.CallAsync(HttpMethod.Post, "/faults", """{"kind":"Respond","status":503,"operation":"record.insert","delay":"00:00:00"}""");
        status.Should().Be(HttpStatusCode.Created, added.ToString());
        (await control.InsertAsync("Acme")).Should().Be(HttpStatusCode.ServiceUnavailable);
        var fault = (await control.GetAsync("/faults")).GetProperty("faults")[0];
        fault.GetProperty("fired").GetInt32().Should().Be(1);
        fault.GetProperty("settings").GetProperty("Status").GetInt32().Should().Be(503);

        var path = $"/faults/{fault.GetProperty("id").GetInt32()}";
        _ = await control.CallAsync(HttpMethod.Patch, path, """{"enabled":false}""");
        (await control.InsertAsync("Acme")).Should().Be(HttpStatusCode.OK);
        _ = await control.CallAsync(HttpMethod.Delete, path);
        control.Emulator.Faults.Snapshot().Should().BeEmpty();
        (await control.CallAsync(HttpMethod.Delete, path)).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Switches_have_values_choices_and_texts()
    {
        await using var control = await Controlled.StartAsync();
        control.Emulator.Switches.Dates = DateForm.EpochMilliseconds;

        var switches = (await control.GetAsync("/switches")).GetProperty("switches").EnumerateArray().ToDictionary(each => each.GetProperty("name").GetString()!);

        switches.Keys.Should().BeEquivalentTo(SettingText.Names<EmulatorSwitches>());
        switches["Dates"].GetProperty("value").GetString().Should().Be("EpochMilliseconds");
        switches["Dates"].GetProperty("default").GetString().Should().Be("Iso");
        switches["Dates"].GetProperty("choices").GetArrayLength().Should().Be(Enum.GetNames<DateForm>().Length);
        switches["PageCap"].GetProperty("nullable").GetBoolean().Should().BeTrue();
        switches.Values.Should().OnlyContain(each => each.GetProperty("text").GetString()!.Length > 10);
    }

    [Fact]
    public async Task Settings_change_together_or_not_at_all()
    {
        await using var control = await Controlled.StartAsync();

        (var status, var json) = await control.CallAsync(HttpMethod.Patch, "/switches", """{"PageCap":250,"Dates":"Nothing"}""");
        status.Should().Be(HttpStatusCode.BadRequest);
        json.GetProperty("error").GetString().Should().Contain("must be one of Iso,");
        control.Emulator.Switches.PageCap.Should().BeNull();

        _ = await control.CallAsync(HttpMethod.Patch, "/switches", """{"PageCap":250,"Dates":"SpaceSeparated"}""");
        _ = await control.CallAsync(HttpMethod.Patch, "/limits", """{"CallsPerMinute":7,"JobStep":"00:00:02"}""");
        control.Emulator.Switches.PageCap.Should().Be(250);
        control.Emulator.Limits.JobStep.Should().Be(TimeSpan.FromSeconds(2));

        _ = await control.CallAsync(HttpMethod.Delete, "/switches");
        control.Emulator.Switches.PageCap.Should().BeNull();
        control.Emulator.Limits.CallsPerMinute.Should().Be(7);
    }

    [Fact]
    public async Task A_negative_limit_is_refused_with_its_name_and_value_and_changes_nothing()
    {
        await using var control = await Controlled.StartAsync();

        var limits = control.Emulator.Limits;
        var before = (limits.CallsPerDay, limits.CallsPerMinute);

        (var status, var json) = await control.CallAsync(HttpMethod.Patch, "/limits", """{"CallsPerDay":7,"CallsPerMinute":-5}""");

        status.Should().Be(HttpStatusCode.BadRequest);
        json.GetProperty("error").GetString().Should().Contain("CallsPerMinute must not be negative, not '-5'");
        (limits.CallsPerDay, limits.CallsPerMinute).Should().Be(before);
    }

    [Fact]
    public async Task The_clock_is_advanced_and_set()
    {
        await using var control = await Controlled.StartAsync();

        (_, var clock) = await control.CallAsync(HttpMethod.Post, "/clock", """{"advance":"01:00:00"}""");
        clock.GetProperty("now").GetDateTime().Should().Be(new DateTime(2026, 3, 2, 11, 0, 0, DateTimeKind.Utc));
        _ = await control.CallAsync(HttpMethod.Post, "/clock", """{"advance":90}""");
        control.Emulator.ClockOffset.Should().Be(TimeSpan.FromSeconds(3690));
        _ = await control.CallAsync(HttpMethod.Post, "/clock", """{"offset":0}""");
        control.Emulator.ClockOffset.Should().Be(TimeSpan.Zero);

        foreach (var bad in new[] { "{}", """{"advance":"soon"}""", """{"advance":1,"offset":2}""", """{"advance":1e30}""", """{"offset":"40000.00:00:00"}""" })
        {
            (await control.CallAsync(HttpMethod.Post, "/clock", bad)).Status.Should().Be(HttpStatusCode.BadRequest, bad);
        }
    }

    [Fact]
    public async Task Requests_come_with_bodies_and_faults_and_never_with_keys_or_tokens()
    {
        await using var control = await Controlled.StartAsync();
        control.Emulator.AddClient("client", "client-secret");
        await control.InsertAsync(control.Emulator.AccessKey);
        (_, var token) = await control.SendAsync(
            HttpMethod.Post, "/v1/users/m2m/oauth/token", "", ("Authorization", "Basic " + Convert.ToBase64String("client:client-secret"u8)));

        var list = (await control.GetAsync("/requests")).GetProperty("requests");
        list.GetArrayLength().Should().Be(2);
        list[0].GetProperty("operation").GetString().Should().Be("record.insert");
        list[0].GetProperty("committed").GetBoolean().Should().BeTrue();
        var insert = await control.GetAsync($"/requests/{list[0].GetProperty("id")}");
        var issue = await control.GetAsync($"/requests/{list[1].GetProperty("id")}");

        insert.GetProperty("requestBody").GetString().Should().Be("""{"records":[{"Name":"•••"}]}""");
        insert.GetProperty("responseBody").GetString().Should().Contain("\"result\":true");
        issue.GetProperty("status").GetInt32().Should().Be(200);
        (insert.ToString() + issue).Should().NotContain(token.GetProperty("access_token").GetString()).And.NotContain("client-secret").And.NotContain(control.Emulator.AccessKey);
    }

    [Fact]
    public async Task A_caller_waits_for_the_next_request()
    {
        await using var control = await Controlled.StartAsync();
        await control.InsertAsync("First");
        var last = (await control.GetAsync("/requests?since=0")).GetProperty("last").GetInt64();

        var waiting = control.GetAsync($"/requests?since={last}&wait=60");
        await control.InsertAsync("Second");

        var news = await waiting;
        news.GetProperty("requests").GetArrayLength().Should().Be(1);
        news.GetProperty("last").GetInt64().Should().Be(last + 1);
    }

    [Fact]
    public async Task The_log_is_cleared_but_its_ids_go_on()
    {
        await using var control = await Controlled.StartAsync();
        await control.InsertAsync("First");
        (_, var cleared) = await control.CallAsync(HttpMethod.Delete, "/requests");
        await control.InsertAsync("Second");

        var news = await control.GetAsync($"/requests?since={cleared.GetProperty("last").GetInt64()}");

        news.GetProperty("count").GetInt32().Should().Be(1);
        news.GetProperty("requests")[0].GetProperty("id").GetInt64().Should().Be(2);
    }

    [Fact]
    public async Task Large_bodies_are_kept_in_part()
    {
        await using var control = await Controlled.StartAsync();
        await control.InsertAsync(new string('x', 100_000));

        var body = (await control.GetAsync("/requests/1")).GetProperty("requestBody").GetString()!;

        body.Length.Should().BeLessThan(40_000);
        body.Should().EndWith("of which the first 32768 are kept)");
    }

    [Fact]
    public async Task A_field_is_removed()
    {
        await using var control = await Controlled.StartAsync();
        control.Emulator.Load("""{"objects":[{"name":"Company","fields":[{"name":"Region__gc"}]}]}""");

        (await control.CallAsync(HttpMethod.Delete, "/objects/Company/fields/Region__gc")).Status.Should().Be(HttpStatusCode.NoContent);

        control.Companies.Fields.Should().NotContain(field => field.Name == "Region__gc");
    }

    [Fact]
    public async Task Kinds_of_faults_come_with_their_settings_and_operations()
    {
        await using var control = await Controlled.StartAsync();

        var kinds = await control.GetAsync("/faults/kinds");

        kinds.GetProperty("kinds").EnumerateArray().Select(kind => kind.GetProperty("name").GetString()).Should().Equal(Enum.GetNames<FaultKind>());
        kinds.GetProperty("operations").EnumerateArray().Should().Contain(operation => operation.GetString() == EmulatorOperations.Insert);
        kinds.GetProperty("settings").EnumerateArray().Should().Contain(setting => setting.GetProperty("name").GetString() == nameof(Fault.Probability));
    }
}
