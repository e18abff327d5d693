using Gainsight.Client.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Gainsight.Client.Hosting.Tests.HealthChecks;

public sealed class HealthCheckTests : IDisposable
{
    private readonly ServiceCollection _services = [];
    private readonly VirtualClock _clock = new();
    private readonly KnownClient _client = new();
    private ServiceProvider? _provider;

    public HealthCheckTests() => _services.AddLogging().AddSingleton<TimeProvider>(_clock).AddSingleton<GainsightClient>(_client);

    private DateTimeOffset Now => _clock.GetUtcNow();

    [Fact]
    public async Task A_client_that_made_no_call_is_healthy_and_stays_silent()
    {
        var entry = await CheckAsync();

        entry.Status.Should().Be(HealthStatus.Healthy);
        entry.Description.Should().Be("No call has ended yet.");
        _client.Probes.Should().Be(0);
    }

    [Fact]
    public async Task An_answered_client_is_healthy_and_says_when()
    {
        _client.Past = new() { LastAnswerAt = Now, LastFailureAt = Now.AddMinutes(-1) };

        var entry = await CheckAsync();

        entry.Status.Should().Be(HealthStatus.Healthy);
        entry.Description.Should().Contain("2026-06-04 12:00:30Z");
        entry.Data.Should().Contain("lastAnswerAt", Now).And.Contain("failuresInARow", 0);
    }

    [Theory]
    [InlineData(1, HealthStatus.Degraded)]
    [InlineData(2, HealthStatus.Degraded)]
    [InlineData(3, HealthStatus.Unhealthy)]
    public async Task Failures_in_a_row_degrade_the_client_and_then_make_it_unhealthy(int failures, HealthStatus expected)
    {
        _client.Past = new() { LastFailureAt = Now, FailuresInARow = failures };

        (await CheckAsync()).Status.Should().Be(expected);
    }

    [Theory]
    [InlineData(QuotaMode.Alone, HealthStatus.Healthy)]
    [InlineData(QuotaMode.Shared, HealthStatus.Healthy)]
    [InlineData(QuotaMode.Reporting, HealthStatus.Healthy)]
    [InlineData(QuotaMode.Waiting, HealthStatus.Degraded)]
    [InlineData(QuotaMode.OwnShare, HealthStatus.Degraded)]
    public async Task A_quota_store_that_is_away_degrades_the_client(QuotaMode mode, HealthStatus expected)
    {
        _client.Left = new() { Mode = mode };

        var entry = await CheckAsync();

        entry.Status.Should().Be(expected);
        entry.Data.Should().Contain("quotaMode", mode.ToString());
        (expected == HealthStatus.Healthy || entry.Description!.Contains("quota store", StringComparison.Ordinal)).Should().BeTrue();
    }

    [Fact]
    public async Task A_refused_credential_is_unhealthy_at_once_and_named()
    {
        _client.Past = new() { LastFailureAt = Now, FailuresInARow = 1, IsCredentialRefused = true };

        var entry = await CheckAsync();

        entry.Status.Should().Be(HealthStatus.Unhealthy);
        entry.Description.Should().StartWith("The credential was refused at 2026-06-04 12:00:30Z");
        entry.Data.Should().Contain("credentialRefused", true);
    }

    [Fact]
    public async Task Old_failures_let_traffic_through_again_so_that_the_client_can_recover()
    {
        _client.Past = new() { LastFailureAt = Now, FailuresInARow = 10, IsCredentialRefused = true };
        _clock.Advance(TimeSpan.FromMinutes(5));

        (await CheckAsync()).Status.Should().Be(HealthStatus.Degraded);
    }

    [Fact]
    public async Task A_closed_bucket_degrades_the_client_until_it_opens()
    {
        _client.Left = new() { ClosedBuckets = new Dictionary<string, DateTimeOffset> { [QuotaBuckets.Sync] = Now.AddSeconds(30) } };

        var entry = await CheckAsync();
        entry.Status.Should().Be(HealthStatus.Degraded);
        entry.Description.Should().Contain("bucket sync").And.Contain("12:01:00Z");
        entry.Data.Should().Contain("closedUntil:sync", Now.AddSeconds(30));

        _clock.Advance(TimeSpan.FromSeconds(30));
        (await CheckAsync()).Status.Should().Be(HealthStatus.Healthy);
    }

    [Theory]
    [InlineData(44_999, HealthStatus.Healthy)]
    [InlineData(45_000, HealthStatus.Degraded)]
    [InlineData(50_000, HealthStatus.Degraded)]
    public async Task A_nearly_used_day_degrades_the_client(int used, HealthStatus expected)
    {
        _client.Left = new() { Windows = [Window("sync-day", TimeSpan.FromDays(1), used, 50_000)] };

        var entry = await CheckAsync();

        entry.Status.Should().Be(expected);
        entry.Data.Should().Contain("remaining:sync-day", 50_000 - used);
    }

    [Fact]
    public async Task A_used_minute_is_healthy_because_calls_wait_for_the_next_one()
    {
        _client.Left = new() { Windows = [Window("sync-minute", TimeSpan.FromMinutes(1), 100, 100)] };

        (await CheckAsync()).Status.Should().Be(HealthStatus.Healthy);
    }

    [Fact]
    public async Task Every_problem_is_named_and_the_worst_decides()
    {
        _client.Past = new() { LastFailureAt = Now, FailuresInARow = 3 };
        _client.Left = new() { Windows = [Window("sync-day", TimeSpan.FromDays(1), 50_000, 50_000)] };

        var entry = await CheckAsync();

        entry.Status.Should().Be(HealthStatus.Unhealthy);
        entry.Description.Should().Contain("3 calls in a row failed").And.Contain("50000 of 50000 calls of sync-day");
    }

    [Fact]
    public async Task The_failure_status_of_the_registration_is_used()
    {
        _client.Past = new() { LastFailureAt = Now, FailuresInARow = 3 };
        _services.AddHealthChecks().AddGainsight(failureStatus: HealthStatus.Degraded, tags: ["ready"]);

        var entry = await RunAsync("gainsight");

        entry.Status.Should().Be(HealthStatus.Degraded);
        entry.Tags.Should().Equal("ready");
    }

    [Fact]
    public async Task A_probe_is_made_only_if_no_call_ended_for_long_enough()
    {
        _client.Probe = _ => Task.FromResult(new ConnectionStatus { LastAnswerAt = Now });
        _services.AddHealthChecks().AddGainsight(configure: options => options.ProbeAfter = TimeSpan.FromMinutes(10));

        await RunAsync("gainsight");
        await RunAsync("gainsight");
        _client.Probes.Should().Be(1);

        _clock.Advance(TimeSpan.FromMinutes(10));
        await RunAsync("gainsight");
        _client.Probes.Should().Be(2);
    }

    [Fact]
    public async Task A_failed_probe_counts_like_any_call()
    {
        _client.Probe = _ => Task.FromResult(new ConnectionStatus { LastFailureAt = Now, FailuresInARow = 3 });
        _services.AddHealthChecks().AddGainsight(configure: options => options.ProbeAfter = TimeSpan.FromMinutes(10));

        (await RunAsync("gainsight")).Status.Should().Be(HealthStatus.Unhealthy);
    }

    [Fact]
    public async Task No_probe_waits_for_quota()
    {
        _client.Left = new() { Windows = [Window("sync-minute", TimeSpan.FromMinutes(1), 100, 100)] };
        _services.AddHealthChecks().AddGainsight(configure: options => options.ProbeAfter = TimeSpan.FromMinutes(10));

        (await RunAsync("gainsight")).Status.Should().Be(HealthStatus.Healthy);
        _client.Probes.Should().Be(0);
    }

    [Fact]
    public async Task A_probe_without_an_answer_ends_with_the_time_limit_of_the_check()
    {
        _client.Probe = async cancellationToken =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new ConnectionStatus();
        };
        _services.AddHealthChecks().AddGainsight(configure: options => options.ProbeAfter = TimeSpan.FromMinutes(10), timeout: TimeSpan.FromMilliseconds(1));

        (await RunAsync("gainsight")).Status.Should().Be(HealthStatus.Unhealthy);
    }

    [Fact]
    public async Task A_named_client_has_its_own_check_and_options()
    {
        var emea = new KnownClient { Past = new() { LastFailureAt = Now, FailuresInARow = 1 } };
        _services.AddKeyedSingleton<GainsightClient>("emea", emea);
        _services.AddHealthChecks().AddGainsight().AddGainsight("emea", options => options.FailuresUntilUnhealthy = 1);

        (await RunAsync("gainsight")).Status.Should().Be(HealthStatus.Healthy);
        (await RunAsync("gainsight:emea")).Status.Should().Be(HealthStatus.Unhealthy);
    }

    public void Dispose()
    {
        _provider?.Dispose();
        _client.Dispose();
        _clock.Dispose();
    }

    private static QuotaWindowStatus Window(string name, TimeSpan length, int used, int limit) =>
        new(name, limit, used, VirtualClock.DefaultStart + length) { Length = length };

    private Task<HealthReportEntry> CheckAsync()
    {
        if (_provider is null)
        {
            _services.AddHealthChecks().AddGainsight();
        }

        return RunAsync("gainsight");
    }

    private async Task<HealthReportEntry> RunAsync(string name)
    {
        _provider ??= _services.BuildServiceProvider();
        return (await _provider.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries[name];
    }
}
