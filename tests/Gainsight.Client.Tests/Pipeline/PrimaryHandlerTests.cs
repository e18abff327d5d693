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

    [Fact]
    public void Other_calls_use_the_proxy_of_the_environment()
    {
        Uri tenant = new("https://acme.gainsightcloud.com/");
        PrimaryHandler.LoopbackBypass proxy = new(new WebProxy(Proxy) { BypassProxyOnLocal = false });

        proxy.IsBypassed(tenant).Should().BeFalse();
        proxy.GetProxy(tenant).Should().Be(Proxy);
    }
}
