using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Bulk;

/// <summary>An export continues in Gainsight while its status cannot be requested.</summary>
public sealed class LostPollTests
{
    [Fact]
    public async Task An_export_continues_after_its_host_was_unreachable_for_a_minute()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Acme"));
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new DownHook(options.PrimaryHandler!, tenant.Clock));

        var rows = await ExportTests.ListAsync(gainsight.Bulk.ExportAsync(gainsight.Companies.Query().Select(CompanyFields.Name)));

        rows.Should().ContainSingle().Which.Name.Should().Be("Acme");
        tenant.Calls(EmulatorOperations.ExportSubmit).Should().Be(1);
    }

    [Fact]
    public async Task An_export_continues_after_a_throttled_poll_although_calls_may_not_wait_for_quota()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Acme"));
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Throttle) { Operation = EmulatorOperations.ExportStatus, Count = 1 });
        var gainsight = tenant.CreateClient(options => options.Quota.MaxQueueWait = TimeSpan.Zero);

        var rows = await ExportTests.ListAsync(gainsight.Bulk.ExportAsync(
            gainsight.Companies.Query().Select(CompanyFields.Name), new ExportOptions { PollInterval = TimeSpan.FromSeconds(10) }));

        rows.Should().ContainSingle().Which.Name.Should().Be("Acme");
        tenant.Calls(EmulatorOperations.ExportSubmit).Should().Be(1);
    }

    /// <summary>Lets the first request through, and blocks all requests for the next minute and a half.</summary>
    private sealed class DownHook(HttpMessageHandler inner, TimeProvider clock) : DelegatingHandler(inner)
    {
        private DateTimeOffset? _upAt;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (clock.GetUtcNow() < _upAt)
            {
                throw new HttpRequestException(HttpRequestError.ConnectionError, "down");
            }

            var response = await base.SendAsync(request, cancellationToken);
            _upAt ??= clock.GetUtcNow().AddSeconds(90);
            return response;
        }
    }
}
