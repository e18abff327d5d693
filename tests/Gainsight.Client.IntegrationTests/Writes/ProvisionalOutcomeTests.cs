using Gainsight.Client.IntegrationTests.Users;

namespace Gainsight.Client.IntegrationTests.Writes;

public sealed class ProvisionalOutcomeTests
{
    [Fact]
    public async Task A_call_that_ends_does_not_give_out_the_outcomes_of_an_earlier_call_that_is_still_being_settled()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.UserCallsAreAtomic = false;
        (tenant.Emulator.Switches.RefusalsHaveCount, tenant.Emulator.Switches.RefusalsListErrors) = (false, false);
        var rows = TenantUsers.Many(120);
        rows[3].LicenseType = "Platinum";
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Order(options.PrimaryHandler!));

        var report = await gainsight.Users.InsertAsync(rows, new WriteOptions { MaxConcurrency = 2 });

        report.Failed.Select(row => row.Index).Should().Equal(3);
        report.Unknown.Select(row => row.Index).Should().Equal(Enumerable.Range(0, 50).Where(i => i != 3).Select(i => (long)i), "they were written by a call that was refused");
        report.Inserted.Should().HaveCount(70);
    }

    /// <summary>The second call is answered when the first one, which was refused, reads what it wrote. That read is answered when the third call is sent.</summary>
    private sealed class Order(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private readonly TaskCompletionSource _firstReads = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _thirdIsSent = new(TaskCreationOptions.RunContinuationsAsynchronously);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = await request.Content!.ReadAsStringAsync(cancellationToken);
            if (request.RequestUri!.AbsolutePath.Contains("/query/", StringComparison.Ordinal))
            {
                _firstReads.TrySetResult();
                await _thirdIsSent.Task.WaitAsync(cancellationToken);
            }
            else if (body.Contains(TenantUsers.Name(60), StringComparison.Ordinal))
            {
                await _firstReads.Task.WaitAsync(cancellationToken);
            }
            else if (body.Contains(TenantUsers.Name(110), StringComparison.Ordinal))
            {
                _thirdIsSent.TrySetResult();
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }
}
