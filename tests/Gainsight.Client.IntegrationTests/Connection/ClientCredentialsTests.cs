using Gainsight.Client.Emulator;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.IntegrationTests.Connection;

/// <summary>M2M OAuth, end to end.</summary>
public sealed class ClientCredentialsTests
{
    private const string Id = "client-0815";
    private const string Secret = "client-secret-4711";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_token_serves_all_calls(bool empty)
    {
        await using var tenant = await StartAsync();
        using var logs = new Logs();
        var gainsight = CreateClient(tenant, Secret, logs, empty);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => gainsight.CheckConnectionAsync()));
        var report = await gainsight.Companies.InsertAsync([new Company { Name = "Acme" }]);

        report.Inserted.Should().ContainSingle();
        tenant.Calls(EmulatorOperations.Token).Should().Be(1);
        tenant.Emulator.Requests.Snapshot().Should().OnlyContain(call => call.Status == 200);
        logs.Text.Should().NotContain(Secret).And.NotContain(Id).And.NotContain("Bearer ");
    }

    [Fact]
    public async Task A_token_that_is_revoked_midway_is_replaced_and_no_call_is_lost_or_duplicated()
    {
        await using var tenant = await StartAsync();
        var gainsight = CreateClient(tenant, Secret);
        await gainsight.CheckConnectionAsync();

        tenant.Emulator.ExpireTokens();
        var report = await gainsight.Companies.InsertAsync([.. Enumerable.Range(0, 120).Select(i => new Company { Name = $"Company {i}" })]);

        report.Inserted.Should().HaveCount(120);
        tenant.Companies.Count.Should().Be(120);
        tenant.Calls(EmulatorOperations.Token).Should().Be(2);
        tenant.Emulator.Requests.Snapshot().Where(call => call.Operation == EmulatorOperations.Insert)
            .Should().OnlyContain(call => call.Status == 200 || (call.Status == 401 && !call.Committed));
    }

    [Fact]
    public async Task The_token_of_a_client_that_was_removed_is_used_until_it_is_refused_and_never_again()
    {
        await using var tenant = await StartAsync();
        var gainsight = CreateClient(tenant, Secret);
        await gainsight.CheckConnectionAsync();
        tenant.Emulator.RemoveClient(Id);
        await Task.Delay(TimeSpan.FromDays(1) - TimeSpan.FromMinutes(3), tenant.Clock);

        await gainsight.CheckConnectionAsync();
        tenant.Emulator.ExpireTokens();
        await gainsight.Awaiting(each => each.CheckConnectionAsync()).Should().ThrowAsync<GainsightAuthenticationException>();
        var calls = tenant.Emulator.Requests.Snapshot().Count(call => call.Operation == EmulatorOperations.ObjectList);
        await gainsight.Awaiting(each => each.CheckConnectionAsync()).Should().ThrowAsync<GainsightAuthenticationException>();

        tenant.Calls(EmulatorOperations.ObjectList).Should().Be(calls, "no call goes out with the refused token");
    }

    [Fact]
    public async Task A_token_is_renewed_before_it_expires()
    {
        await using var tenant = await StartAsync();
        var gainsight = CreateClient(tenant, Secret);
        await gainsight.CheckConnectionAsync();

        for (var hour = 0; hour < 49; hour++)
        {
            await Task.Delay(TimeSpan.FromHours(1), tenant.Clock);
            await gainsight.CheckConnectionAsync();
        }

        tenant.Calls(EmulatorOperations.Token).Should().Be(3);
        tenant.Emulator.Requests.Snapshot().Should().OnlyContain(call => call.Status == 200);
    }

    [Theory]
    [InlineData(Id, "wrong-secret-4711")]
    [InlineData("nobody-0815", Secret)]
    public async Task A_wrong_secret_or_id_is_reported_with_all_possible_causes(string id, string secret)
    {
        await using var tenant = await StartAsync();
        var gainsight = tenant.CreateClient(options => options.Credential = new ClientCredentialsCredential(id, secret));

        var failure = (await ((Func<Task>)(() => gainsight.CheckConnectionAsync()))
            .Should().ThrowAsync<GainsightAuthenticationException>()).Which;

        failure.Message.Should().Contain("its id or secret is wrong, was replaced or was revoked").And.Contain("host is the tenant's own");
        failure.ToString().Should().NotContain(secret).And.NotContain(id);
        tenant.Emulator.Requests.Snapshot().Should().OnlyContain(call => call.Operation == EmulatorOperations.Token);
    }

    [Fact]
    public async Task A_token_endpoint_that_fails_for_a_while_is_retried()
    {
        await using var tenant = await StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = EmulatorOperations.Token, Status = 503, Count = 2 });

        (await CreateClient(tenant, Secret).CheckConnectionAsync()).ObjectCount.Should().BePositive();

        tenant.Calls(EmulatorOperations.Token).Should().Be(3);
        tenant.Calls(EmulatorOperations.ObjectList).Should().Be(1);
    }

    private static async Task<Tenant> StartAsync()
    {
        var tenant = await Tenant.StartAsync();
        tenant.Emulator.AddClient(Id, Secret);
        return tenant;
    }

    private static GainsightClient CreateClient(Tenant tenant, string secret, Logs? logs = null, bool empty = false) => tenant.CreateClient(options =>
    {
        options.Credential = new ClientCredentialsCredential(Id, secret) { UseEmptyTokenRequest = empty };
        options.LoggerFactory = logs;
    });
}
