using System.Net;

namespace Gainsight.Client.Tests;

public sealed class PrimaryHandlerTests
{
    private static readonly Uri Proxy = new("http://proxy.example:8080");

    [Theory]
    [InlineData("http://127.0.0.1:5099/")]
    [InlineData("http://[::1]:5099/")]
    [InlineData("http://localhost:5099/")]
    public void A_call_to_this_machine_never_goes_through_the_proxy_of_the_environment(string address)
    {
        using var handler = PrimaryHandler.Create();
        PrimaryHandler.LoopbackBypass proxy = new(new WebProxy(Proxy) { BypassProxyOnLocal = false });

        handler.Proxy.Should().BeOfType<PrimaryHandler.LoopbackBypass>();
        proxy.IsBypassed(new Uri(address)).Should().BeTrue();
        proxy.GetProxy(new Uri(address)).Should().BeNull();
    }

    [Theory]
    [InlineData("https://acme.gainsightcloud.com/")]
    [InlineData("http://loopback/")]
    public void Other_calls_use_the_proxy_of_the_environment(string address)
    {
        PrimaryHandler.LoopbackBypass proxy = new(new WebProxy(Proxy) { BypassProxyOnLocal = false });

        proxy.IsBypassed(new Uri(address)).Should().BeFalse();
        proxy.GetProxy(new Uri(address)).Should().Be(Proxy);
    }

    [Theory]
    [InlineData("http://loopback:5099", false)]
    [InlineData("http://localhost:5099", true)]
    [InlineData("http://127.0.0.1:5099", true)]
    public void Only_an_address_of_this_machine_may_be_plain_http(string address, bool isAllowed)
    {
        GainsightClientOptions options = new() { BaseAddress = new Uri(address), Credential = new AccessKeyCredential("key") };

        var building = () => new GainsightClient(options).Dispose();

        if (isAllowed)
        {
            building.Should().NotThrow();
        }
        else
        {
            building.Should().Throw<ArgumentException>().WithMessage("*unencrypted*Use https*");
        }
    }
}
