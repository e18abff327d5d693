using Gainsight.Client.Emulator;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.IntegrationTests.Writes;

public sealed class SecrecyTests
{
    private const string Secret = "Tell-nobody-4711";

    [Fact]
    public async Task No_log_and_no_exception_contains_a_value_or_the_key()
    {
        using var logs = new Logs();
        List<string> seen = [];
        foreach (var kind in Enum.GetValues<FaultKind>())
        {
            await using var tenant = await Tenant.StartAsync();
            var gainsight = tenant.CreateClient(options =>
            {
                options.InProcess(tenant);
                options.LoggerFactory = logs;
            });
            tenant.Emulator.Faults.Add(new Fault(kind) { Probability = 0.5, Count = 4, Delay = TimeSpan.FromMinutes(3) });
            List<Company> rows = [.. Enumerable.Range(0, 120).Select(i => new Company { Name = $"{Secret} {i}", Stage = i == 7 ? Secret : null })];
            rows[9]["RenewalDate"] = Secret;
            rows[10]["Employees"] = Secret;
            seen.Add(await SeenAsync(() => gainsight.Companies.UpsertAsync(rows, CompanyFields.Name)));
            seen.Add(await SeenAsync(() => gainsight.Companies.InsertAsync(rows)));
            tenant.Emulator.RevokeAccessKey();
            seen.Add(await SeenAsync(() => gainsight.Companies.UpsertAsync(rows, CompanyFields.Name)));
        }

        logs.Records.Should().NotBeEmpty();
        seen.Append(logs.Text).Should().NotContain(text => text.Contains(Secret, StringComparison.Ordinal) || text.Contains("emulator-access-key", StringComparison.Ordinal));
    }

    /// <summary>What a caller of a write sees: its report, or its exception.</summary>
    private static async Task<string> SeenAsync(Func<Task<WriteReport<Company>>> write)
    {
        try
        {
            var report = await write();
            return string.Join('\n', [$"{report.StoppedBy}", .. report.Rows.Select(row => $"{row}")]);
        }
        catch (GainsightException exception)
        {
            return exception.ToString();
        }
    }
}
