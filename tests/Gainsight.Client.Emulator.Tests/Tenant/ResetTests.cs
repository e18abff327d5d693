using System.Net;

namespace Gainsight.Client.Emulator.Tests;

public sealed class ResetTests
{
    [Fact]
    public async Task A_reset_tenant_is_as_a_new_one()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Load("""{"objects":[{"name":"Contract__gc","fields":[]},{"name":"Company","fields":[{"name":"Region__gc"}]}],"activityTypes":{"QBR":"Meeting"}}""");
        _ = tenant.Companies.Insert(("Name", "Acme"));
        tenant.Emulator.Switches.PageCap = 3;
        tenant.Emulator.Switches.Dates = DateForm.EpochMilliseconds;
        tenant.Emulator.Limits.CallsPerMinute = 1;
        tenant.Emulator.ClockOffset = TimeSpan.FromDays(1);
        _ = tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Count = 5 });
        _ = await tenant.InsertAsync("Company", """{"Name":"Acme"}""");

        tenant.Emulator.Reset();

        using var fresh = new GainsightEmulator();
        tenant.Emulator.Objects.Select(each => each.Name).Should().Equal(fresh.Objects.Select(each => each.Name));
        tenant.Companies.Rows.Should().BeEmpty();
        tenant.Companies.Fields.Should().NotContain(field => field.Name == "Region__gc");
        tenant.Users.Count.Should().Be(fresh.Object("GsUser").Count);
        tenant.Emulator.Switches.Should().BeEquivalentTo(fresh.Switches);
        tenant.Emulator.Limits.Should().BeEquivalentTo(fresh.Limits);
        tenant.Emulator.ClockOffset.Should().Be(TimeSpan.Zero);
        tenant.Emulator.Faults.Snapshot().Should().BeEmpty();
        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_reset_tenant_serves_the_handlers_that_it_had_and_gives_the_same_ids_again()
    {
        using var tenant = new Tenant();
        var before = await tenant.InsertAsync("Company", """{"Name":"Acme"}""");

        tenant.Emulator.Reset();
        var after = await tenant.InsertAsync("Company", """{"Name":"Acme"}""");

        after.Status.Should().Be(HttpStatusCode.OK);
        after.Text.Should().Be(before.Text);
        tenant.Companies.Count.Should().Be(1);
    }

    [Fact]
    public async Task A_reset_tenant_has_its_whole_quota_and_its_first_key()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Limits.CallsPerDay = 1;
        _ = await tenant.InsertAsync("Company", """{"Name":"Acme"}""");
        (await tenant.InsertAsync("Company", """{"Name":"Acme"}""")).Status.Should().Be(HttpStatusCode.TooManyRequests);
        _ = tenant.Emulator.RotateAccessKey();

        tenant.Emulator.Reset();
        tenant.Emulator.Limits.CallsPerDay = 1;

        (await tenant.InsertAsync("Company", """{"Name":"Acme"}""")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_reset_tenant_never_carries_out_what_was_due_later()
    {
        using var tenant = new Tenant();
        _ = tenant.Emulator.Faults.Add(new Fault(FaultKind.LateCommit) { CommitDelay = TimeSpan.FromSeconds(30) });
        _ = await tenant.InsertAsync("Company", """{"Name":"Late"}""");

        tenant.Emulator.Reset();
        tenant.Emulator.ClockOffset = TimeSpan.FromHours(1);

        tenant.Companies.Count.Should().Be(0);
    }
}
