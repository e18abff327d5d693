using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Writes;

public sealed class CallSizeTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(50, 1)]
    [InlineData(51, 2)]
    [InlineData(120, 3)]
    [InlineData(5000, 100)]
    public async Task Rows_are_sent_50_per_call_and_outcomes_keep_the_input_order(int count, int calls)
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var rows = Rows.Companies(count);

        var report = await gainsight.Companies.InsertAsync(rows);

        report.AllSucceeded.Should().BeTrue();
        report.Calls.Should().Be(calls);
        tenant.Calls(EmulatorOperations.Insert).Should().Be(calls);
        tenant.Emulator.Requests.Count.Should().Be(calls);
        report.Rows.Select(row => row.Record).Should().Equal(rows, ReferenceEquals);
        report.Rows.Select(row => row.Index).Should().Equal(Enumerable.Range(0, count).Select(i => (long)i));
        report.Rows.Should().OnlyContain(row => (string)tenant.Companies.Find(row.Gsid!)!["Name"]! == row.Record.Name);
        tenant.Companies.Count.Should().Be(count);
    }

    [Fact]
    public async Task Updates_are_sent_50_per_call_too()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = tenant.Seed(120);
        var gainsight = tenant.CreateClient();

        var report = await gainsight.Companies.UpdateAsync(Rows.Companies(120), CompanyFields.Name);

        report.Updated.Select(row => row.Gsid).Should().Equal(gsids);
        tenant.Calls(EmulatorOperations.Update).Should().Be(3);
        tenant.Companies.Rows.Should().OnlyContain(row => (decimal)row["Employees"]! >= 0);
    }
}
