using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Gainsight.Client.Emulator.Tests;

public sealed class AuthenticationTests
{
    private const string TokenPath = "/v1/users/m2m/oauth/token";

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task A_missing_or_wrong_key_is_refused_by_the_gateway(string? key)
    {
        using var tenant = new Tenant();
        Use(tenant, key);

        var answer = await Ask(tenant);

        answer.Status.Should().Be(HttpStatusCode.Unauthorized);
        answer.Json.EnumerateObject().Select(member => member.Name).Should().Equal("result", "errorCode", "errorDesc", "requestId", "message");
        (answer.Code, answer.Description, answer.Json.GetProperty("message").GetString()).Should().Be(("GS_APIG_2401", "Unauthorized", "Unauthorized"));
    }

    [Fact]
    public async Task A_wrong_key_may_also_be_a_bad_request()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.AuthenticationFailure = AuthenticationFailureForm.BadRequest;
        Use(tenant, "wrong");

        var answer = await Ask(tenant);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Code.Should().Be("GSOBJ_1024");
    }

    [Fact]
    public async Task Rotating_the_key_ends_the_old_one_and_revoking_ends_both()
    {
        using var tenant = new Tenant();
        var old = tenant.Emulator.AccessKey;

        var current = tenant.Emulator.RotateAccessKey();
        var withOld = await Ask(tenant);
        Use(tenant, current);
        var withNew = await Ask(tenant);
        tenant.Emulator.RevokeAccessKey();
        var revoked = await Ask(tenant);

        current.Should().NotBe(old).And.Be(current);
        tenant.Emulator.AccessKey.Should().Be(current, "a client that a test builds now is refused as one that had the key before");
        withOld.Status.Should().Be(HttpStatusCode.Unauthorized);
        withNew.Status.Should().Be(HttpStatusCode.OK);
        revoked.Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_new_key_after_a_revocation_is_accepted_even_if_it_is_the_revoked_one()
    {
        using var tenant = new Tenant();
        tenant.Emulator.RevokeAccessKey();

        tenant.Emulator.RotateAccessKey(tenant.Emulator.AccessKey);

        (await Ask(tenant)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("")]
    [InlineData("grant_type=client_credentials")]
    public async Task A_token_is_issued_for_an_empty_and_for_a_form_body_and_lasts_a_day(string body)
    {
        using var tenant = new Tenant();
        tenant.Emulator.AddClient("id", "secret");

        var issued = await Token(tenant, "id:secret", body);
        var token = issued.Json.GetProperty("access_token").GetString()!;
        Use(tenant, null);
        tenant.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var used = await Ask(tenant);
        tenant.Clock.Advance(TimeSpan.FromSeconds(86_399));
        var late = await Ask(tenant);
        tenant.Clock.Advance(TimeSpan.FromSeconds(1));
        var over = await Ask(tenant);

        issued.Text.Should().Be($$"""{"access_token":"{{token}}","token_type":"Bearer","expires_in":86400}""");
        used.Status.Should().Be(HttpStatusCode.OK);
        late.Status.Should().Be(HttpStatusCode.OK);
        over.Status.Should().Be(HttpStatusCode.Unauthorized);
        over.Code.Should().Be("GS_APIG_2401");
    }

    [Fact]
    public async Task Tokens_can_be_expired_and_a_key_next_to_a_token_is_refused()
    {
        using var tenant = new Tenant();
        tenant.Emulator.AddClient("id", "secret");
        var token = (await Token(tenant, "id:secret", "")).Json.GetProperty("access_token").GetString()!;
        tenant.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        Use(tenant, tenant.Emulator.AccessKey);
        var both = await Ask(tenant);
        Use(tenant, null);
        var good = await Ask(tenant);
        tenant.Emulator.ExpireTokens();
        var ended = await Ask(tenant);

        both.Status.Should().Be(HttpStatusCode.Unauthorized);
        good.Status.Should().Be(HttpStatusCode.OK);
        ended.Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("id:wrong")]
    [InlineData("other:secret")]
    [InlineData("idsecret")]
    [InlineData(null)]
    public async Task A_client_that_is_not_known_gets_no_token(string? credentials)
    {
        using var tenant = new Tenant();
        tenant.Emulator.AddClient("id", "secret");

        var answer = await Token(tenant, credentials, "");

        answer.Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_client_that_is_removed_and_a_grant_that_is_unknown_get_no_token()
    {
        using var tenant = new Tenant();
        tenant.Emulator.AddClient("id", "secret");

        var grant = await Token(tenant, "id:secret", "grant_type=password");
        tenant.Emulator.RemoveClient("id");
        var removed = await Token(tenant, "id:secret", "");

        grant.Status.Should().Be(HttpStatusCode.BadRequest);
        removed.Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_address_that_is_not_on_the_allow_list_is_refused_before_the_key_is_checked()
    {
        using var tenant = new Tenant();
        tenant.Emulator.RefusesIpAddress = true;

        var forbidden = await Ask(tenant);
        tenant.Emulator.Switches.IpRefusalStatus = 401;
        var unauthorized = await Ask(tenant);
        tenant.Emulator.RefusesIpAddress = false;
        var allowed = await Ask(tenant);

        (forbidden.Status, forbidden.Code).Should().Be((HttpStatusCode.Forbidden, "GS_APIG_2402"));
        unauthorized.Status.Should().Be(HttpStatusCode.Unauthorized);
        allowed.Status.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("GET", "/v1/nothing")]
    [InlineData("GET", "/v1/data/objects/Company")]
    [InlineData("PATCH", "/v1/data/objects/Company")]
    [InlineData("POST", "/V1/data/objects/Company")]
    [InlineData("DELETE", "/v1/data/objects/Company")]
    public async Task An_unknown_route_is_not_found(string method, string path)
    {
        using var tenant = new Tenant();

        var answer = await tenant.SendAsync(new HttpMethod(method), path);

        answer.Status.Should().Be(HttpStatusCode.NotFound);
        (answer.Code, answer.Description).Should().Be(("GS_APIG_1000", "Not Found"));
    }

    [Fact]
    public async Task The_request_id_is_in_the_body_and_in_both_headers()
    {
        using var tenant = new Tenant();

        var answer = await Ask(tenant);

        var id = answer.Json.GetProperty("requestId").GetString()!;
        Guid.TryParse(id, out _).Should().BeTrue();
        (answer.Header("x-gs-request-id"), answer.Header("x-request-id")).Should().Be((id, id));
        answer.Header("x-ratelimit-limit").Should().NotBeNull();
        tenant.Emulator.Requests.Snapshot().Single().RequestId.Should().Be(id);
    }

    [Fact]
    public async Task The_log_distinguishes_keys_without_storing_them()
    {
        using var tenant = new Tenant();
        _ = await Ask(tenant);
        _ = await Ask(tenant);
        Use(tenant, "another-key");
        _ = await Ask(tenant);

        var entries = tenant.Emulator.Requests.Snapshot();

        entries[0].CredentialHash.Should().Be(entries[1].CredentialHash).And.NotBe(entries[2].CredentialHash).And.HaveLength(32);
        string.Join(' ', entries).Should().NotContain(tenant.Emulator.AccessKey).And.NotContain("another-key");
    }

    private static void Use(Tenant tenant, string? key)
    {
        _ = tenant.Http.DefaultRequestHeaders.Remove("Accesskey");
        if (key is not null)
        {
            tenant.Http.DefaultRequestHeaders.Add("Accesskey", key);
        }
    }

    private static Task<Answer> Ask(Tenant tenant) => tenant.QueryAsync("Company", """{"select":["Gsid"]}""");

    private static async Task<Answer> Token(Tenant tenant, string? credentials, string body)
    {
        using var http = new HttpClient(tenant.Emulator.CreateHandler()) { BaseAddress = tenant.Emulator.BaseAddress };
        if (credentials is not null)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        }

        return await Tenant.SendAsync(http, HttpMethod.Post, TokenPath, body);
    }
}
