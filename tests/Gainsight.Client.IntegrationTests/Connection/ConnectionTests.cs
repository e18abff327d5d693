using System.Net;
using System.Net.Sockets;
using Gainsight.Client.Emulator;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.IntegrationTests.Connection;

/// <summary>For every problem with a connection, the error names the cause and the remedy, and contains no secret.</summary>
public sealed class ConnectionTests
{
    private const string WrongKey = "wrong-key-4711-secret";

    [Fact]
    public async Task A_working_connection_is_reported_with_its_address_and_number_of_objects()
    {
        await using var tenant = await Tenant.StartAsync();
        using var logs = new Logs();

        var report = await tenant.CreateClient(options => options.LoggerFactory = logs).CheckConnectionAsync();

        report.BaseAddress.Should().Be(tenant.BaseAddress);
        report.ObjectCount.Should().BeGreaterThanOrEqualTo(4);
        report.Elapsed.Should().Be(TimeSpan.Zero);
        tenant.Emulator.Requests.Snapshot().Should().ContainSingle().Which.Operation.Should().Be(EmulatorOperations.ObjectList);
        logs.Text.Should().NotContain(tenant.Emulator.AccessKey);
    }

    [Theory]
    [InlineData(AuthenticationFailureForm.Unauthorized)]
    [InlineData(AuthenticationFailureForm.BadRequest)]
    public async Task A_wrong_key_is_reported_with_all_possible_causes(AuthenticationFailureForm form)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.AuthenticationFailure = form;
        var gainsight = tenant.CreateClient(options => options.Credential = new AccessKeyCredential(WrongKey));

        var failure = await FailAsync<GainsightAuthenticationException>(gainsight);

        failure.Message.Should().Contain("is wrong, was replaced by a newer one, or was revoked").And.Contain("Connectors 2.0").And.Contain("host is the tenant's own");
        tenant.Emulator.Requests.Count.Should().Be(1, "a call with a refused key is not retried");
    }

    [Fact]
    public async Task A_rotated_key_fails_until_the_credential_has_the_new_one()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsid = tenant.Companies.Insert(("Name", "Acme"));
        var credential = new AccessKeyCredential(tenant.Emulator.AccessKey);
        var gainsight = tenant.CreateClient(options => options.Credential = credential);
        (await gainsight.Companies.GetAsync(gsid)).Should().NotBeNull();

        var key = tenant.Emulator.RotateAccessKey();
        await FailAsync<GainsightAuthenticationException>(gainsight);
        credential.Update(key);

        (await gainsight.Companies.GetAsync(gsid)).Should().NotBeNull();
        (await gainsight.CheckConnectionAsync()).ObjectCount.Should().BePositive();
    }

    [Fact]
    public async Task A_revoked_key_fails_like_a_wrong_key()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var key = tenant.Emulator.AccessKey;
        tenant.Emulator.RevokeAccessKey();

        (await FailAsync<GainsightAuthenticationException>(gainsight, key)).Message.Should().Contain("revoked");
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(400)]
    public async Task A_refused_IP_address_is_reported_with_the_allow_list_and_not_with_the_key(int status)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.RefusesIpAddress = true;
        tenant.Emulator.Switches.IpRefusalStatus = status;

        var failure = await FailAsync<GainsightAuthenticationException>(tenant.CreateClient(), tenant.Emulator.AccessKey);

        failure.Message.Should().Contain("allow-list").And.Contain("NAT or a proxy").And.NotContain("access key was refused");
    }

    [Theory]
    [InlineData(" key")]
    [InlineData("key\n")]
    [InlineData("ke y")]
    public void A_key_with_white_space_is_refused_with_the_remedy(string key) =>
        ((Action)(() => _ = new AccessKeyCredential(key))).Should().Throw<ArgumentException>()
            .WithMessage("*white space*Remove it*").Which.Message.Should().NotContain("key\n").And.NotContain("ke y");

    [Fact]
    public void A_missing_duplicate_or_invalid_tenant_address_is_refused_with_the_remedy()
    {
        Build(_ => { }).Should().Throw<ArgumentException>().WithMessage("*Neither Tenant nor BaseAddress is set*");
        Build(options => (options.Tenant, options.BaseAddress) = ("acme", new Uri("https://acme.gainsightcloud.com")))
            .Should().Throw<ArgumentException>().WithMessage("*Both Tenant and BaseAddress are set. Keep one*");
        Build(options => options.BaseAddress = new Uri("https://acme.gainsightcloud.com/v1/ui/home"))
            .Should().Throw<ArgumentException>().WithMessage("*continues after the host*https://acme.gainsightcloud.com.*");
        Build(options => options.BaseAddress = new Uri("http://acme.gainsightcloud.com"))
            .Should().Throw<ArgumentException>().WithMessage("*unencrypted*Use https*");
    }

    [Fact]
    public async Task A_host_that_does_not_answer_is_reported_as_unreachable_after_the_retries()
    {
        await using var tenant = await Tenant.StartAsync();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        listener.Stop();

        var failure = await FailAsync<GainsightTransportException>(
            tenant.CreateClient(options => options.BaseAddress = address), tenant.Emulator.AccessKey);

        failure.Message.Should().Contain(address.Authority).And.Contain("no connection").And.Contain("firewall");
        failure.MayHaveBeenProcessed.Should().BeFalse();
    }

    [Fact]
    public async Task An_unknown_host_name_is_reported_with_the_advice_to_check_the_tenant()
    {
        await using var tenant = await Tenant.StartAsync();

        var failure = await FailAsync<GainsightTransportException>(
            tenant.CreateClient(options => options.BaseAddress = new Uri("https://northwind.invalid")), tenant.Emulator.AccessKey);

        failure.Message.Should().Contain("northwind.invalid").And.Contain("Check the tenant's name");
        failure.MayHaveBeenProcessed.Should().BeFalse();
    }

    [Fact]
    public async Task A_TLS_connection_to_a_port_without_TLS_is_reported()
    {
        await using var tenant = await Tenant.StartAsync();

        var failure = await FailAsync<GainsightTransportException>(
            tenant.CreateClient(options => options.BaseAddress = new UriBuilder(tenant.BaseAddress) { Scheme = "https" }.Uri), tenant.Emulator.AccessKey);

        failure.Message.Should().Contain("no trusted TLS connection").And.Contain("proxy");
    }

    [Fact]
    public async Task A_web_page_with_a_success_status_is_not_accepted_as_a_tenant()
    {
        await using var tenant = await Tenant.StartAsync();
        await using var other = await WebServer.StartAsync(200, "text/html", "<html><body>Sign in, secret page</body></html>");

        var failure = await FailAsync<GainsightProtocolException>(
            tenant.CreateClient(options => options.BaseAddress = other.BaseAddress), tenant.Emulator.AccessKey);

        failure.Message.Should().Contain(other.BaseAddress.Authority).And.Contain("without JSON").And.Contain("tenant's own").And.Contain("proxy").And.NotContain("secret page");
    }

    [Theory]
    [InlineData(404, typeof(GainsightNotFoundException))]
    [InlineData(403, typeof(GainsightApiException))]
    [InlineData(502, typeof(GainsightApiException))]
    public async Task A_web_page_with_a_failure_status_is_reported_as_possibly_not_the_tenant(int status, Type type)
    {
        await using var tenant = await Tenant.StartAsync();
        await using var other = await WebServer.StartAsync(status, "text/html", "<html><body>secret page</body></html>");

        var failure = await FailAsync<GainsightException>(
            tenant.CreateClient(options => options.BaseAddress = other.BaseAddress), tenant.Emulator.AccessKey);

        failure.Should().BeOfType(type);
        failure.Message.Should().Contain("was not JSON").And.Contain("may not be the tenant's host").And.NotContain("secret page");
    }

    [Theory]
    [InlineData("{\"status\":\"up\"}", "'result'")]
    [InlineData("{\"result\":true}", "not an array")]
    [InlineData("{\"result\":true,\"data\":null}", "not an array")]
    [InlineData("{\"result\":true,\"data\":{\"objects\":[]}}", "not an array")]
    [InlineData("[]", "without JSON")]
    public async Task JSON_of_another_service_is_not_accepted_as_a_tenant(string body, string message)
    {
        await using var tenant = await Tenant.StartAsync();
        await using var other = await WebServer.StartAsync(200, "application/json", body);

        var failure = await FailAsync<GainsightProtocolException>(
            tenant.CreateClient(options => options.BaseAddress = other.BaseAddress), tenant.Emulator.AccessKey);

        failure.Message.Should().Contain(message);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_is_reported_with_the_remedy()
    {
        await using var tenant = await Tenant.StartAsync();
        await using var other = await WebServer.StartAsync(302, "text/plain", "", new Uri(tenant.BaseAddress, "/v1/meta/services/objects/list").ToString());

        var failure = await FailAsync<GainsightProtocolException>(
            tenant.CreateClient(options => options.BaseAddress = other.BaseAddress), tenant.Emulator.AccessKey);

        failure.Message.Should().Contain("redirect").And.Contain("BaseAddress");
        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_disposed_client_throws_an_ObjectDisposedException()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        await gainsight.DisposeAsync();
        await gainsight.DisposeAsync();

        await ((Func<Task>)(() => gainsight.CheckConnectionAsync())).Should().ThrowAsync<ObjectDisposedException>();
    }

    private static Action Build(Action<GainsightClientOptions> configure) => () =>
    {
        var options = new GainsightClientOptions { Credential = new AccessKeyCredential("key") };
        configure(options);
        using var client = new GainsightClient(options);
    };

    private static async Task<TException> FailAsync<TException>(GainsightClient gainsight, string key = WrongKey)
        where TException : GainsightException
    {
        var failure = (await ((Func<Task>)(() => gainsight.CheckConnectionAsync())).Should().ThrowAsync<TException>()).Which;
        failure.ToString().Should().NotContain(key);
        failure.Message.Should().StartWith("Metadata.ListObjects");
        return failure;
    }
}
