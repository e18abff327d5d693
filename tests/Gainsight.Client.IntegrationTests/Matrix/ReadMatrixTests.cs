using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Matrix;

/// <summary>Every kind of read under every switch that changes what a read returns: each row comes once, or a typed error says why not.</summary>
public sealed class ReadMatrixTests
{
    private static readonly Dictionary<string, (int Rows, Action<EmulatorSwitches> Set)> Switches = new()
    {
        ["none"] = (120, static _ => { }
        ),
        ["cap 1"] = (40, static switches => switches.PageCap = 1),
        ["cap 7"] = (120, static switches => switches.PageCap = 7),
        ["cap 100"] = (350, static switches => switches.PageCap = 100),
        ["cap 250"] = (700, static switches => switches.PageCap = 250),
        ["cap 777"] = (1600, static switches => switches.PageCap = 777),
        ["cap 4999"] = (5200, static switches => switches.PageCap = 4999),
        ["one less"] = (300, static switches => switches.PageShortBy = 1),
        ["one less of 5000"] = (5200, static switches => switches.PageShortBy = 1),
        ["random 1"] = (300, static switches => switches.RandomPageSizes = 1),
        ["random 2"] = (300, static switches => switches.RandomPageSizes = 2),
        ["random 3"] = (300, static switches => switches.RandomPageSizes = 3),
        ["random 4"] = (300, static switches => switches.RandomPageSizes = 4),
        ["random up to 2"] = (60, static switches => (switches.RandomPageSizes, switches.PageCap) = (5, 2)),
        ["no limit"] = (300, static switches => switches.IgnoresLimit = true),
        ["no limit, cap"] = (300, static switches => (switches.IgnoresLimit, switches.PageCap) = (true, 90)),
        ["no order"] = (300, static switches => switches.IgnoresOrderBy = true),
        ["no order, cap"] = (300, static switches => (switches.IgnoresOrderBy, switches.PageCap) = (true, 90)),
        ["no order, cap 1"] = (40, static switches => (switches.IgnoresOrderBy, switches.PageCap) = (true, 1)),
        ["no order, cap 2"] = (60, static switches => (switches.IgnoresOrderBy, switches.PageCap) = (true, 2)),
        ["lag"] = (120, static switches => switches.ReadLag = TimeSpan.FromSeconds(20)),
        ["numbers as text"] = (120, static switches => switches.NumbersAreText = true),
        ["east"] = (120, static switches => switches.ResponseTimeZone = "Asia/Kolkata"),
        ["west"] = (120, static switches => switches.ResponseTimeZone = "America/New_York"),
        ["no Date header"] = (120, static switches => switches.SendsDate = false),
        ["no data found"] = (120, static switches => switches.EmptyResult = EmptyResultForm.NoDataFound),
        ["empty is refused"] = (120, static switches => switches.EmptyResult = EmptyResultForm.BadRequest),
        ["bare array"] = (120, static switches => switches.QueryData = QueryDataForm.BareArray),
        ["as documented"] = (120, static switches => switches.QueryData = QueryDataForm.AsDocumented),
        ["epoch"] = (120, static switches => switches.Dates = DateForm.EpochMilliseconds),
        ["pages change"] = (300, static switches => (switches.CockpitPages, switches.PageCap) = (PageOrderForm.ChangesBetweenPages, 90)),
        ["no keyset"] = (300, static switches => (switches.GsidGreaterThan, switches.PageCap) = (OperatorSupport.Refused, 90)),
        ["keyset ignored"] = (300, static switches => (switches.GsidGreaterThan, switches.PageCap) = (OperatorSupport.Ignored, 90)),
        ["no IN"] = (120, static switches => (switches.In, switches.PageCap) = (OperatorSupport.Refused, 40)),
        ["IN ignored"] = (120, static switches => (switches.In, switches.PageCap) = (OperatorSupport.Ignored, 40)),
    };

    /// <summary>The reads that cannot succeed, and words of the error that says why.</summary>
    private static readonly Dictionary<(string Switch, string Scenario), string> Refused = new()
    {
        [("no order", "feed")] = "do not come in the requested order of ModifiedDate",
        [("no order, cap", "feed")] = "do not come in the requested order of ModifiedDate",
        [("no order, cap 1", "feed")] = "do not come in the requested order of ModifiedDate",
        [("no order, cap 2", "feed")] = "do not come in the requested order of ModifiedDate",
    };

    public static TheoryData<string> Names => [.. Switches.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_row_comes_once_or_a_typed_error_says_why_not(string name)
    {
        var (rows, set) = Switches[name];
        await using var world = await ReadWorld.StartAsync(rows);
        WithoutQuota.Lift(world.Emulator.Limits);
        world.Emulator.Limits.RowsPerExportChunk = 500;
        set(world.Emulator.Switches);
        List<string> problems = [];

        foreach (var (scenario, read) in ReadScenarios.All)
        {
            // The second read knows what the first one found out about the pages of the tenant.
            var client = world.CreateClient();
            for (var pass = 1; pass <= 2; pass++)
            {
                if (await ProblemAsync(() => read(world, client), Refused.GetValueOrDefault((name, scenario))) is { } problem)
                {
                    problems.Add($"{scenario}, pass {pass}: {problem}");
                }
            }
        }

        problems.Should().BeEmpty();
    }

    private static async Task<string?> ProblemAsync(Func<Task<ReadResult>> read, string? refusal)
    {
        try
        {
            var problem = (await read()).Problem;
            return refusal is null || problem is not null ? problem : "succeeded, but an error was expected";
        }
        catch (GainsightException exception)
        {
            return refusal is not null && exception.Message.Contains(refusal, StringComparison.Ordinal) ? null : $"{exception.GetType().Name}: {exception.Message}";
        }
    }
}
