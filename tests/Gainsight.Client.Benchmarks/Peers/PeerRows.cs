namespace Gainsight.Client.Benchmarks;

/// <summary>The 5,000 companies that every peer inserts.</summary>
internal static class PeerRows
{
    public static CompanyPoco[] Pocos { get; } = [.. Enumerable.Range(0, 5_000).Select(i => new CompanyPoco
    {
        Name = $"Company {i}",
        Industry = "Energy",
        Stage = "Adopting",
        Arr = 10.5m * i,
        Employees = i,
        RenewalDate = new DateOnly(2027, 3, 31),
    })];

    public static Company[] Records { get; } = [.. Enumerable.Range(0, 5_000).Select(i => new Company
    {
        Name = $"Company {i}",
        Industry = "Energy",
        Stage = "Adopting",
        Arr = 10.5m * i,
        Employees = i,
        RenewalDate = new DateOnly(2027, 3, 31),
    })];
}
