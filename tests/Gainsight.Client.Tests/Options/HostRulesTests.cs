using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Gainsight.Client.Tests;

public sealed class HostRulesTests
{
    [Theory]
    [InlineData("acme", null, "https://acme.gainsightcloud.com/")]
    [InlineData("ACME-2", null, "https://acme-2.gainsightcloud.com/")]
    [InlineData(null, "https://acme.us2.gainsightcloud.com", "https://acme.us2.gainsightcloud.com/")]
    [InlineData(null, "https://cs.acme.example:8443/", "https://cs.acme.example:8443/")]
    [InlineData(null, "http://localhost:5099", "http://localhost:5099/")]
    [InlineData(null, "http://loopback:5099", "http://localhost:5099/")]
    [InlineData(null, "http://127.0.0.1:5099", "http://127.0.0.1:5099/")]
    [InlineData(null, "http://[::1]:5099", "http://[::1]:5099/")]
    public void A_tenant_or_an_address_becomes_the_base_address(string? tenant, string? address, string expected) =>
        HostRules.Resolve(Options(tenant, address)).AbsoluteUri.Should().Be(expected);

    [Theory]
    [InlineData(null, null, "Neither Tenant nor BaseAddress is set. Set*")]
    [InlineData("acme", "https://acme.gainsightcloud.com", "Both Tenant and BaseAddress are set. Keep one*")]
    [InlineData("", null, "Tenant is empty*")]
    [InlineData("acme ", null, "Tenant contains white space*")]
    [InlineData("ac\nme", null, "Tenant contains white space*")]
    [InlineData("https://acme.gainsightcloud.com", null, "Tenant is an address*BaseAddress*")]
    [InlineData("acme/", null, "Tenant is an address*BaseAddress*")]
    [InlineData("acme.gainsightcloud.com", null, "Tenant is a host name. Give 'acme' alone*")]
    [InlineData("acme.us2", null, "Tenant contains a dot*BaseAddress*")]
    [InlineData("acme.us2.gainsightcloud.com", null, "Tenant contains a dot*BaseAddress*")]
    [InlineData("-acme", null, "Tenant is not a host's name*")]
    [InlineData("acme@evil", null, "Tenant is not a host's name*")]
    [InlineData("äcme", null, "Tenant is not a host's name*")]
    [InlineData(null, "acme.gainsightcloud.com", "BaseAddress is relative*")]
    [InlineData(null, "localhost:5099", "BaseAddress has no host. Give scheme and host*")]
    [InlineData(null, "acme.us2.gainsightcloud.com:443", "BaseAddress has no host. Give scheme and host*")]
    [InlineData(null, "s3cret:key", "BaseAddress has no host. Give scheme and host, such as https://acme.us2.gainsightcloud.com.")]
    [InlineData(null, "file:///acme", "BaseAddress has no host. Give scheme and host*")]
    [InlineData(null, "http://acme.gainsightcloud.com", "BaseAddress uses http*Use https*")]
    [InlineData(null, "http://loopback.example", "BaseAddress uses http*Use https*")]
    [InlineData(null, "http://localhost.localdomain", "BaseAddress uses http*Use https*")]
    [InlineData(null, "http://0.0.0.0", "BaseAddress uses http*Use https*")]
    [InlineData(null, "ftp://acme.gainsightcloud.com", "BaseAddress uses ftp*Use https*")]
    [InlineData(null, "https://acme.gainsightcloud.com/v1", "BaseAddress continues after the host*https://acme.gainsightcloud.com.")]
    [InlineData(null, "https://acme.gainsightcloud.com/?x=1", "BaseAddress continues after the host*")]
    [InlineData(null, "https://acme.gainsightcloud.com/#x", "BaseAddress continues after the host*")]
    [InlineData(null, " https://acme.gainsightcloud.com", "BaseAddress contains white space*")]
    public void Every_unusable_address_is_refused_with_the_remedy(string? tenant, string? address, string problem)
    {
        var options = Options(tenant, address);

        HostRules.Problems(options).Should().ContainSingle().Which.Should().Match(problem);
        FluentActions.Invoking(() => HostRules.Resolve(options)).Should().Throw<ArgumentException>().WithMessage(problem + "*");
    }

    [Theory]
    [InlineData("http://gainsight-emulator:5099", null)]
    [InlineData("http://10.0.0.5:5099", null)]
    [InlineData("https://gainsight-emulator", null)]
    [InlineData("http://acme.gainsightcloud.com", "BaseAddress uses http*Use https*")]
    [InlineData("ftp://gainsight-emulator", "BaseAddress uses ftp*Use https*")]
    public void Plain_http_is_accepted_for_a_host_that_is_no_tenant_if_the_options_allow_it(string address, string? problem)
    {
        var options = Options(null, address);
        options.AllowPlainHttp = true;

        var problems = HostRules.Problems(options).ToList();

        problems.Should().HaveCount(problem is null ? 0 : 1);
        problems.ForEach(text => text.Should().Match(problem));
    }

    [Theory]
    [InlineData("http://gainsight-emulator:5099", "gainsight-emulator:5099")]
    [InlineData("http://localhost:5099", null)]
    [InlineData("https://gainsight-emulator:5099", null)]
    public void A_client_that_sends_its_key_unencrypted_to_another_machine_logs_a_warning(string address, string? host)
    {
        using var logs = new FakeLoggerProvider();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(logs));
        var options = Options(null, address);
        options.AllowPlainHttp = true;
        options.Credential = new AccessKeyCredential("s3cret");
        options.LoggerFactory = factory;

        using var client = new GainsightClient(options);

        var warnings = logs.Collector.GetSnapshot().Where(record => record.Id.Id == 105).ToList();
        warnings.Should().HaveCount(host is null ? 0 : 1);
        warnings.ForEach(record => record.Message.Should().Contain(host).And.NotContain("s3cret"));
        warnings.ForEach(record => record.Level.Should().Be(LogLevel.Warning));
    }

    [Fact]
    public void A_user_name_in_the_address_is_refused_without_repeating_it()
    {
        var message = FluentActions.Invoking(() => HostRules.Resolve(Options(null, "https://ann:s3cret@acme.gainsightcloud.com/v1")))
            .Should().Throw<ArgumentException>().Which.Message;

        message.Should().Contain("user name or password").And.Contain("continues after the host")
            .And.NotContain("s3cret").And.NotContain("ann");
    }

    [Fact]
    public void A_primary_handler_that_follows_redirects_or_keeps_cookies_is_a_problem()
    {
        using var sockets = new SocketsHttpHandler();
        using var client = new HttpClientHandler { UseCookies = false };

        HostRules.HandlerProblems(sockets).Should().HaveCount(2).And.Contain(text => text.Contains("AllowAutoRedirect"));
        HostRules.HandlerProblems(client).Should().ContainSingle().Which.Should().Contain("AllowAutoRedirect");
        HostRules.HandlerProblems(new Wrapper { InnerHandler = sockets }).Should().HaveCount(2);
    }

    [Fact]
    public void The_librarys_handler_neither_follows_redirects_nor_keeps_cookies()
    {
        using var handler = PrimaryHandler.Create();

        HostRules.HandlerProblems(handler).Should().BeEmpty();
        handler.AutomaticDecompression.Should().Be(DecompressionMethods.All);
        handler.PooledConnectionLifetime.Should().BeLessThan(TimeSpan.FromHours(1));
    }

    private static GainsightClientOptions Options(string? tenant, string? address) => new()
    {
        Tenant = tenant,
        BaseAddress = address is null ? null : new Uri(address, UriKind.RelativeOrAbsolute),
    };

    private sealed class Wrapper : DelegatingHandler;
}
