namespace Gainsight.Client.Benchmarks;

/// <summary>The companies that are inserted.</summary>
internal static class CompanyRows
{
    public const int Count = 5_000;

    public static CompanyPoco[] Pocos { get; } = [.. Enumerable.Range(0, Count).Select(i => new CompanyPoco
    {
        Name = $"Company {i}",
        Industry = "Energy",
        Stage = "Adopting",
        Arr = 10.5m * i,
        Employees = i,
        RenewalDate = new DateOnly(2027, 3, 31),
    })];

    public static Company[] Records { get; } = [.. Pocos.Select(poco => new Company
    {
        Name = poco.Name,
        Industry = poco.Industry,
        Stage = poco.Stage,
        Arr = poco.Arr,
        Employees = poco.Employees,
        RenewalDate = poco.RenewalDate,
    })];
}
