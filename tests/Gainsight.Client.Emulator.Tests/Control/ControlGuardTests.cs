using System.Net;

namespace Gainsight.Client.Emulator.Tests;

public sealed class ControlGuardTests
{
    private static readonly ServerOptions Open = new() { Host = IPAddress.Any };
    private static readonly ServerOptions WithToken = new() { Host = IPAddress.Any, ControlToken = "let me in" };

    [Fact]
    public async Task It_is_off_on_an_address_that_others_can_reach_unless_there_is_a_token()
    {
        await using var control = await Controlled.StartAsync(Open);

        (var status, var json) = await control.CallAsync(HttpMethod.Get, "/objects");

        status.Should().Be(HttpStatusCode.Forbidden);
        json.GetProperty("error").GetString().Should().Contain("--control-token");
        (await control.InsertAsync("Acme")).Should().Be(HttpStatusCode.OK, "the tenant is served anyway");
    }

    [Theory]
    [InlineData("Authorization", "Bearer let me in", 200)]
    [InlineData("Authorization", "Bearer let me", 401)]
    [InlineData("Authorization", "Basic let me in", 401)]
    [InlineData("Cookie", "gainsight-emulator-80=let me in", 401)]
    [InlineData("X-Nothing", "1", 401)]
    public async Task A_token_is_demanded(string header, string value, int expected)
    {
        await using var control = await Controlled.StartAsync(WithToken);

        (var status, _) = await control.CallAsync(HttpMethod.Get, "/objects", null, (header, value), ("Host", "emulator.internal"));

        ((int)status).Should().Be(expected);
    }

    [Fact]
    public async Task A_browser_exchanges_the_token_in_the_address_for_a_cookie()
    {
        await using var control = await Controlled.StartAsync(WithToken);

        using var opened = await control.Http.GetAsync(new Uri("/_emulator/?token=let%20me%20in", UriKind.Relative));
        opened.StatusCode.Should().Be(HttpStatusCode.Found);
        opened.Headers.Location!.ToString().Should().Be("/_emulator/");
        var cookie = opened.Headers.GetValues("Set-Cookie").Single();
        cookie.Should().Contain("httponly").And.Contain("samesite=strict").And.NotContain("let me in").And.NotContain("let%20me%20in");

        (await control.CallAsync(HttpMethod.Get, "/objects", null, ("Cookie", cookie.Split(';')[0]))).Status.Should().Be(HttpStatusCode.OK);
        (await control.CallAsync(HttpMethod.Get, "/?token=wrong")).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:5099")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("10.0.0.1")]
    public async Task A_host_name_of_another_site_is_refused(string host)
    {
        await using var control = await Controlled.StartAsync();

        (var status, var json) = await control.CallAsync(HttpMethod.Get, "/objects", null, ("Host", host));

        status.Should().Be(HttpStatusCode.Forbidden);
        json.GetProperty("error").GetString().Should().Contain("localhost");
    }

    [Theory]
    [InlineData("localhost:1234")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]:80")]
    public async Task Loopback_names_are_accepted(string host)
    {
        await using var control = await Controlled.StartAsync();

        (await control.CallAsync(HttpMethod.Get, "/objects", null, ("Host", host))).Status.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("POST", "/reset", "Origin", "http://evil.example")]
    [InlineData("POST", "/reset", "Origin", "null")]
    [InlineData("POST", "/reset", "Sec-Fetch-Site", "cross-site")]
    [InlineData("DELETE", "/faults", "Sec-Fetch-Site", "same-site")]
    [InlineData("GET", "/objects", "Sec-Fetch-Site", "cross-site")]
    public async Task A_page_of_another_site_is_refused(string method, string path, string header, string value)
    {
        await using var control = await Controlled.StartAsync();
        _ = control.Companies.Insert(("Name", "Acme"));

        (var status, _) = await control.CallAsync(new HttpMethod(method), path, method == "POST" ? "{}" : null, (header, value));

        status.Should().Be(HttpStatusCode.Forbidden);
        control.Companies.Count.Should().Be(1);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task A_write_that_a_form_could_send_is_refused(string type)
    {
        await using var control = await Controlled.StartAsync();
        _ = control.Companies.Insert(("Name", "Acme"));

        (var status, _) = await control.CallAsync(HttpMethod.Post, "/reset", "{}", ("Content-Type", type));

        status.Should().Be(HttpStatusCode.UnsupportedMediaType);
        control.Companies.Count.Should().Be(1);
    }

    [Fact]
    public async Task The_page_forbids_scripts_and_frames_of_others()
    {
        await using var control = await Controlled.StartAsync();

        using var page = await control.Http.GetAsync(new Uri("/_emulator/", UriKind.Relative));

        page.StatusCode.Should().Be(HttpStatusCode.OK);
        page.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        page.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("script-src 'self'").And.Contain("frame-ancestors 'none'").And.NotContain("unsafe");
        page.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
    }

    [Fact]
    public async Task The_address_without_a_slash_leads_to_the_page()
    {
        await using var control = await Controlled.StartAsync();

        using var answer = await control.Http.GetAsync(new Uri("/_emulator", UriKind.Relative));

        answer.Headers.Location!.ToString().Should().Be("/_emulator/");
    }

    [Fact]
    public async Task A_body_of_more_than_64_megabytes_is_refused()
    {
        await using var control = await Controlled.StartAsync();

        using var content = new ByteArrayContent(new byte[ControlJson.MaximumBody + 1]) { Headers = { ContentType = new("application/json") } };
        using var answer = await control.Http.PostAsync(new Uri("/_emulator/load", UriKind.Relative), content);

        answer.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }
}
