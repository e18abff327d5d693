namespace Gainsight.Client.Emulator.Tests;

public sealed class EmulatorServerTests
{
    [Fact]
    public async Task The_same_tenant_responds_in_process_and_over_a_socket()
    {
        using var tenant = new Tenant();
        _ = tenant.Companies.Insert(("Name", "Acme"));
        await using var server = await EmulatorServer.StartAsync(tenant.Emulator);
        using var http = new HttpClient { BaseAddress = server.BaseAddress };
        http.DefaultRequestHeaders.Add("Accesskey", tenant.Emulator.AccessKey);

        const string Query = """{"select":["Name"]}""";
        var remote = await Tenant.SendAsync(http, HttpMethod.Post, "/v1/data/objects/query/Company", Query);
        var local = await tenant.QueryAsync("Company", Query);

        server.BaseAddress.IsLoopback.Should().BeTrue();
        remote.Texts("Name").Should().Equal("Acme");
        remote.Data.GetRawText().Should().Be(local.Data.GetRawText());
    }
}
