using System.Diagnostics;
using Gainsight.Client.Simulation;

namespace Gainsight.Client.QuotaStores.Tests;

/// <summary>Two hundred hosts on a virtual clock, with the ledger of the SDK.</summary>
public sealed class SimulationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Two_hundred_hosts_use_the_whole_limit_are_never_over_and_none_is_left_behind(int seed)
    {
        using ScaleRun run = new(new(Hosts: 200, Tenants: 3, seed, Minutes: 12, Partition: false));

        var result = run.Run();

        result.Kinds.Should().HaveCount(3).And.OnlyContain(kind => kind.Refused == 0 && kind.UnfairWaits == 0 && kind.LongestInteractiveWait <= ScaleSettings.Window);
        result.Kinds.Where(kind => kind.Kind != TenantKind.Quiet).Should().OnlyContain(kind => kind.LeastUsed >= 0.97);
        result.IsGood.Should().BeTrue();
    }

    [Fact]
    public void A_partition_of_a_tenth_of_the_hosts_costs_the_others_nothing()
    {
        using ScaleRun run = new(new(Hosts: 40, Tenants: 3, Seed: 1, Minutes: 12, Partition: true));

        var result = run.Run();

        result.Kinds.Should().OnlyContain(kind => kind.Refused == 0 && kind.LongestInteractiveWait <= ScaleSettings.Window);
        result.Kinds.Where(kind => kind.Kind != TenantKind.Quiet).Should().OnlyContain(kind => kind.LeastUsed >= 0.97);
        result.Kinds.Max(kind => kind.LongestCutWait).Should().BeGreaterThan(TimeSpan.FromMinutes(3), "hosts that cannot reach the store wait for it");
    }

    [Fact]
    public void Equal_seeds_give_equal_figures()
    {
        ScaleSettings settings = new(Hosts: 20, Tenants: 3, Seed: 5, Minutes: 6, Partition: false);
        using ScaleRun one = new(settings), other = new(settings), third = new(settings with { Seed = 6 });

        var first = one.Run().Kinds;

        other.Run().Kinds.Should().Equal(first);
        third.Run().Kinds.Should().NotEqual(first);
    }

    [Theory]
    [InlineData("--hosts", "0", "--hosts is '0'. Give a whole number from 1 to 2000.")]
    [InlineData("--minutes", "ten", "--minutes is 'ten'. Give a whole number from 4 to 1440.")]
    public async Task A_number_out_of_range_is_refused_with_what_to_give(string option, string value, string message)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(ScaleRun).Assembly.Location, option, value]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await said;
        await process.WaitForExitAsync();

        process.ExitCode.Should().NotBe(0);
        errors.Should().Contain(message);
    }
}
