using System.Text;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Matrix;

/// <summary>Every kind of write on every kind of tenant: afterwards the tenant has what the report says, row by row.</summary>
public sealed class WriteMatrixTests
{
    private const string Script = "<script>";

    private static readonly Dictionary<string, Kind> Kinds = new()
    {
        ["none"] = new(static (_, _) => { }),
        ["capped pages"] = new(static (emulator, _) => emulator.Switches.PageCap = 7),
        ["random pages"] = new(static (emulator, _) => emulator.Switches.RandomPageSizes = 3),
        ["read lag"] = new(static (emulator, _) => emulator.Switches.ReadLag = TimeSpan.FromSeconds(4)),
        ["shuffled"] = new(static (emulator, _) => emulator.Switches.WrittenRecords = WrittenRecordsForm.Shuffled, Tolerance.OtherGsid),
        ["shuffled with fields"] = new(static (emulator, _) => (emulator.Switches.WrittenRecords, emulator.Switches.WriteEcho) = (WrittenRecordsForm.Shuffled, WriteEcho.Fields)),
        ["partial"] = new(static (emulator, _) => emulator.Switches.WrittenRecords = WrittenRecordsForm.Partial, Tolerance.Unknown),
        ["late commit"] = new(static (emulator, operation) => emulator.Faults.Add(Late(FaultKind.LateCommit, operation)), Tolerance.Unknown),
        ["late commit and cut"] = new(static (emulator, operation) => emulator.Faults.Add(Late(FaultKind.LateCommitCut, operation)), Tolerance.Unknown),
        ["cut after commit"] = new(static (emulator, operation) => emulator.Faults.Add(new(FaultKind.CutAfterCommit) { Operation = operation, Count = 1 })),
        ["caseless keys"] = new(static (emulator, _) => emulator.Switches.KeysIgnoreCase = true) { Spelling = key => key.ToUpperInvariant() },
        ["trimmed keys"] = new(static (emulator, _) => emulator.Switches.KeysAreTrimmed = true) { Spelling = key => $" {key} " },
        ["composed keys"] = new(static (emulator, _) => emulator.Switches.KeysAreComposed = true) { Spelling = key => key.Normalize(NormalizationForm.FormD) },
        ["1500 bytes a call"] = new(static (emulator, _) => emulator.Limits.BytesPerCall = 1500),
        ["700 bytes a call"] = new(static (emulator, _) => emulator.Limits.BytesPerCall = 700) { Scarce = Tolerance.Failed },
        ["13 rows a call"] = new(static (emulator, _) => (emulator.Limits.RecordsPerWrite, emulator.Limits.CockpitRecordsPerCall) = (13, 13)) { Scarce = Tolerance.Failed | Tolerance.Unknown },
        ["firewall"] = new(static (emulator, _) => emulator.Faults.Add(new(FaultKind.Respond) { Status = 403, BodyContains = Script }), Tolerance.Unknown | Tolerance.Stop | Tolerance.Failed) { Marker = Script },
        ["others written"] = new(static (emulator, _) => Others(emulator, InvalidRecordForm.OthersWritten)),
        ["others written, call refused"] = new(static (emulator, _) => Others(emulator, InvalidRecordForm.OthersWrittenCallFails), Tolerance.Unknown) { NeedsKeys = true },
        ["others written, nothing said"] = new(
            static (emulator, _) =>
            {
                Others(emulator, InvalidRecordForm.OthersWritten);
                (emulator.Switches.RefusalsHaveCount, emulator.Switches.RefusalsListErrors) = (false, false);
            },
            Tolerance.Unknown),
        ["refusals without a count"] = new(static (emulator, _) => emulator.Switches.RefusalsHaveCount = false),
        ["refusals without a list"] = new(static (emulator, _) => emulator.Switches.RefusalsListErrors = false) { Scarce = Tolerance.Failed | Tolerance.Unknown },
        ["refusals without anything"] = new(static (emulator, _) => (emulator.Switches.RefusalsHaveCount, emulator.Switches.RefusalsListErrors) = (false, false)) { Scarce = Tolerance.Failed | Tolerance.Unknown },
        ["first error only"] = new(static (emulator, _) => emulator.Switches.ErrorScope = ErrorScope.FirstError),
        ["matches updated silently"] = new(static (emulator, _) => emulator.Switches.PartialMatch = PartialMatchForm.MatchesUpdatedRestSilent, Tolerance.Unknown),
        ["refused with 200"] = new(static (emulator, _) => emulator.Switches.RefusalStatus = RefusalStatus.OkWithResultFalse),
        ["all failed"] = new(static (emulator, _) => (emulator.Switches.CockpitAllFailed, emulator.Switches.TimelineAllFailed) = (CockpitAllFailedForm.ResultFalse, TimelineAllFailedForm.BadRequest)),
    };

    private static readonly string[] JobEnds = ["FAILED", "ABORTED", "CANCELLED", "ERROR", "EXPIRED", "COMPLETE", "WEIRD"];

    public static TheoryData<string> Names => [.. Kinds.Keys];

    public static TheoryData<string, bool, int> Jobs
    {
        get
        {
            var jobs = new TheoryData<string, bool, int>();
            foreach (var state in JobEnds)
            {
                jobs.Add(state, true, -1);
                jobs.Add(state, false, -1);
                jobs.Add(state, false, 0);
            }

            return jobs;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_tenant_has_what_the_report_says(string name)
    {
        var kind = Kinds[name];
        List<string> problems = [];
        foreach (var (scenario, write) in WriteScenarios.All.Where(each => !kind.NeedsKeys || each.Value.CanAsk))
        {
            problems.AddRange(await ProblemsAsync(scenario, write, kind));
        }

        string.Join("; ", problems).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Jobs))]
    public async Task The_tenant_has_what_the_report_says_of_a_job_that_ended_early(string state, bool lists, int count)
    {
        int? told = count < 0 ? null : count;
        var kind = new Kind(
            (emulator, operation) => emulator.Faults.Add(new(state == "FAILED" ? FaultKind.JobFails : state == "ABORTED" ? FaultKind.JobIsAborted : FaultKind.JobEnds)
            {
                Operation = operation,
                JobStatus = state,
                JobListsResults = lists,
                JobSuccessCount = told,
                JobFailureCount = told,
            }),
            Tolerance.Unknown | Tolerance.Failed);
        List<string> problems = [];
        foreach (var scenario in (string[])["people in batches", "activities in bulk"])
        {
            problems.AddRange(await ProblemsAsync(scenario, WriteScenarios.All[scenario], kind));
        }

        string.Join("; ", problems).Should().BeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(9)]
    public async Task The_tenant_has_what_the_report_says_when_the_calls_of_the_client_end_in_the_middle(int calls)
    {
        List<string> problems = [];
        foreach (var name in (string[])["none", "refusals without anything", "partial", "matches updated silently"])
        {
            var kind = Kinds[name] with { Tolerance = Tolerance.Unknown | Tolerance.Stop, MaxCalls = calls };
            foreach (var (scenario, write) in WriteScenarios.All)
            {
                problems.AddRange((await ProblemsAsync(scenario, write, kind)).Select(problem => $"{name}: {problem}"));
            }
        }

        string.Join("; ", problems).Should().BeEmpty();
    }

    private static async Task<IEnumerable<string>> ProblemsAsync(string name, WriteScenario scenario, Kind kind)
    {
        await using var world = await WriteWorld.StartAsync(kind.Spelling, kind.Marker, kind.MaxCalls);
        try
        {
            var isScarce = scenario.Operation is EmulatorOperations.UserCreate or EmulatorOperations.UserUpdate or EmulatorOperations.PersonUpsertAsync
                or EmulatorOperations.TimelineBulkSave;
            var tolerance = kind.Tolerance | (scenario.CanAsk ? Tolerance.None : Tolerance.Unknown) | (isScarce ? kind.Scarce : Tolerance.None);
            return [.. (await scenario.RunAsync(world, () => kind.Set(world.Emulator, scenario.Operation), tolerance)).Select(problem => $"{name}: {problem}").Take(4)];
        }
        catch (GainsightQuotaExceededException) when (kind.MaxCalls is not null)
        {
            return [];
        }
        catch (GainsightException exception)
        {
            return [$"{name}: threw {exception.GetType().Name}: {exception.Message}"];
        }
    }

    private static Fault Late(FaultKind kind, string operation) =>
        new(kind) { Operation = operation, Delay = TimeSpan.FromSeconds(60), CommitDelay = TimeSpan.FromSeconds(90), Count = 1 };

    private static void Others(GainsightEmulator emulator, InvalidRecordForm form) =>
        (emulator.Switches.InvalidRecords, emulator.Switches.UserCallsAreAtomic) = (form, false);

    /// <summary>A kind of tenant.</summary>
    /// <param name="Set">Sets switches, limits and faults. It gets the operation that writes.</param>
    /// <param name="Tolerance">What may become of good rows.</param>
    private sealed record Kind(Action<GainsightEmulator, string> Set, Tolerance Tolerance = Tolerance.None)
    {
        public Func<string, string>? Spelling { get; init; }

        public string? Marker { get; init; }

        /// <summary>The calls that the client may make, or null for any number.</summary>
        public int? MaxCalls { get; init; }

        /// <summary>What else may become of good rows whose calls are so few that the library looks for bad rows only briefly, or not at all.</summary>
        public Tolerance Scarce { get; init; }

        /// <summary>Whether writes without keys are left out. A tenant that keeps the good rows of an insert that it refuses breaks its documentation, and only keys show it.</summary>
        public bool NeedsKeys { get; init; }
    }
}
