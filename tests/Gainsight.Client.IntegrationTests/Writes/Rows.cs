using Gainsight.Client.Emulator;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.IntegrationTests.Writes;

/// <summary>Rows to write, and the rows that the tenant then has.</summary>
internal static class Rows
{
    public static string Name(int i) => $"Company {i:0000}";

    public static List<Company> Companies(int count, int first = 0) =>
        [.. Enumerable.Range(first, count).Select(i => new Company { Name = Name(i), Employees = i })];

    /// <summary>Adds the rows to the tenant without an API call and returns their GSIDs.</summary>
    public static List<string> Seed(this Tenant tenant, int count, int first = 0) =>
        [.. Enumerable.Range(first, count).Select(i => tenant.Companies.Insert(("Name", Name(i)), ("Employees", -1)))];

    public static List<string> Names(this Tenant tenant) => [.. tenant.Companies.Rows.Select(row => (string)row["Name"]!).Order(StringComparer.Ordinal)];

    public static List<EmulatedRow> Named(this Tenant tenant, string name) => [.. tenant.Companies.Rows.Where(row => Equals(row["Name"], name))];

    public static async IAsyncEnumerable<T> ToStream<T>(this IEnumerable<T> rows)
    {
        foreach (var row in rows)
        {
            await Task.CompletedTask;
            yield return row;
        }
    }

    public static async Task<List<T>> ToListAsync<T>(this IAsyncEnumerable<T> rows)
    {
        var list = new List<T>();
        await foreach (var row in rows)
        {
            list.Add(row);
        }

        return list;
    }

    /// <summary>Cancels after a time on the clock.</summary>
    public static void CancelAfterOn(this CancellationTokenSource cancellation, TimeProvider clock, TimeSpan delay) =>
        _ = clock.CreateTimer(_ => cancellation.Cancel(), null, delay, Timeout.InfiniteTimeSpan);

    /// <summary>
    /// Lets the client reach the tenant without a socket. If answers are slow by the clock, the clock then sees that they wait
    /// for it, and does not have to find out by waiting.
    /// </summary>
    public static void InProcess(this GainsightClientOptions options, Tenant tenant) =>
        options.PrimaryHandler = new InFlightHandler(tenant.Clock, tenant.Emulator.CreateHandler());
}
