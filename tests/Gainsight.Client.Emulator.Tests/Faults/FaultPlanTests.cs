using System.Net;

namespace Gainsight.Client.Emulator.Tests;

public sealed class FaultPlanTests
{
    private const string Record = """{"Name":"Acme"}""";

    [Fact]
    public async Task A_fault_that_is_off_lets_requests_pass_and_counts_none()
    {
        using var tenant = new Tenant();
        var fault = tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Skip = 1, Enabled = false });
        (await tenant.InsertAsync("Company", Record)).Status.Should().Be(HttpStatusCode.OK);

        fault.Enabled = true;
        (await tenant.InsertAsync("Company", Record)).Status.Should().Be(HttpStatusCode.OK, "the fault skips the first request that it counts");
        (await tenant.InsertAsync("Company", Record)).Status.Should().Be(HttpStatusCode.InternalServerError);

        fault.Enabled = false;
        (await tenant.InsertAsync("Company", Record)).Status.Should().Be(HttpStatusCode.OK);
        fault.Fired.Should().Be(1);
    }

    [Fact]
    public async Task A_fault_that_was_removed_never_fires_and_the_others_stay()
    {
        using var tenant = new Tenant();
        var removed = tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerError));
        var other = tenant.Emulator.Faults.Add(new Fault(FaultKind.Throttle));

        tenant.Emulator.Faults.Remove(removed).Should().BeTrue();
        tenant.Emulator.Faults.Remove(removed).Should().BeFalse();

        tenant.Emulator.Faults.Snapshot().Should().Equal(other);
        (await tenant.InsertAsync("Company", Record)).Status.Should().Be(HttpStatusCode.TooManyRequests);
    }
}
