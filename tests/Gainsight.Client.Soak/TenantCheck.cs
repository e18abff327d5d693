using Gainsight.Client.Emulator;

namespace Gainsight.Client.Soak;

/// <summary>Follows each row through the journals, and compares what it must be with what the tenant has.</summary>
internal sealed class TenantCheck
{
    private readonly GainsightEmulator _emulator;
    private readonly Dictionary<(string Workload, string Key), RowHistory> _histories = [];
    private readonly Dictionary<string, int> _told = [];
    private readonly List<string> _misreported = [];
    private readonly List<string> _withoutReport = [];
    private readonly List<(Workload Workload, string Key, Step Start, Step End)> _unknown = [];

    private readonly List<DateTimeOffset> _lateCommits;
    private readonly IReadOnlySet<string> _seeded;

    private TenantCheck(GainsightEmulator emulator, IReadOnlySet<string> seeded)
    {
        _emulator = emulator;
        _seeded = seeded;
        _lateCommits = [.. emulator.Requests.Snapshot().Select(request => request.CommitsAt).OfType<DateTimeOffset>()];
    }

    /// <summary>The GSIDs of the rows that the tenant has now.</summary>
    public static IReadOnlySet<string> RowsOf(GainsightEmulator emulator) =>
        Workloads.All.SelectMany(workload => emulator.Object(workload.ObjectName).Rows).Select(row => row.Gsid).ToHashSet();

    /// <summary>Compares the tenant with the journals.</summary>
    /// <param name="emulator">The tenant.</param>
    /// <param name="journals">The steps of each process.</param>
    /// <param name="seeded">The rows that the tenant had before the processes wrote.</param>
    public static SoakResult Compare(GainsightEmulator emulator, IEnumerable<IEnumerable<Step>> journals, IReadOnlySet<string> seeded)
    {
        var check = new TenantCheck(emulator, seeded);
        foreach (var journal in journals)
        {
            check.Follow(journal);
        }

        return check.Result();
    }

    private void Follow(IEnumerable<Step> journal)
    {
        var open = new Dictionary<string, Step>();
        var run = "";
        foreach (var step in journal)
        {
            if (RunOf(step) != run)
            {
                EndKilled(open);
                run = RunOf(step);
            }

            if (!step.IsEnd)
            {
                open.Add(step.Id, step);
            }
            else if (open.Remove(step.Id, out var start))
            {
                End(start, step);
            }
        }

        EndKilled(open);
    }

    private static string RunOf(Step step) => string.Join('.', step.Id.Split('.')[..2]);

    /// <summary>Ends the steps that a kill ended: nothing was told of their rows.</summary>
    private void EndKilled(Dictionary<string, Step> open)
    {
        foreach (var start in open.Values)
        {
            End(start, end: null);
        }

        open.Clear();
    }

    private void End(Step start, Step? end)
    {
        if (end?.Exception is { } exception)
        {
            _withoutReport.Add($"{start.Id} {start.Workload} {start.Kind}: {exception}");
        }

        var workload = Workloads.All.First(workload => workload.Name == start.Workload);
        for (var i = 0; i < start.Keys.Count; i++)
        {
            var key = (workload.Name, start.Keys[i]);
            if (!_histories.TryGetValue(key, out var history))
            {
                _histories[key] = history = new RowHistory();
            }

            var told = end?.Told?[i];
            var name = told?.ToString() ?? "nothing";
            _told[name] = _told.GetValueOrDefault(name) + 1;
            if (end?.Told is not null && told is null && !end.IsStopped)
            {
                _withoutReport.Add($"{start.Id} {start.Workload} {start.Kind} row {i}: no outcome");
            }

            if (history.Take(start, told, start.Bad.Contains(i), end?.Codes?[i]) is { } problem)
            {
                _misreported.Add($"{start.Id} {start.Workload} {start.Kind} row {i} {start.Keys[i]}: {problem}; steps: {history.Steps}");
            }

            // A bad row may pass in an attempt that another fault ends, because that fault strikes before the firewall. The refusal of the next
            // attempt then leaves its fate open.
            if (told == RowStatus.Unknown && !end!.IsStopped && workload.IsVerified && !start.Bad.Contains(i))
            {
                _unknown.Add((workload, start.Keys[i], start, end));
            }
        }
    }

    private SoakResult Result()
    {
        List<string> lost = [], doubled = [];
        foreach (var workload in Workloads.All.DistinctBy(workload => (workload.ObjectName, workload.KeyField)))
        {
            var names = Workloads.All.Where(other => other.ObjectName == workload.ObjectName).Select(other => other.Name).ToHashSet();
            var rows = _emulator.Object(workload.ObjectName).Rows
                .Where(row => !_seeded.Contains(row.Gsid))
                .ToLookup(row => row[workload.KeyField] as string ?? "", row => (string?)row[workload.ValueField]);
            var written = _histories.Keys.Where(row => names.Contains(row.Workload)).Select(row => row.Key).ToHashSet();
            _misreported.AddRange(rows.Where(row => !written.Contains(row.Key)).Select(row => $"{workload.Name} {row.Key}: no step wrote this row"));
            foreach (var ((name, key), history) in _histories.Where(history => names.Contains(history.Key.Workload)))
            {
                string?[] values = [.. rows[key]];
                if (values.Length > 1)
                {
                    doubled.Add($"{name} {key}: {string.Join(" | ", values)}; {history}");
                }
                else if (!history.Allows(values.SingleOrDefault()))
                {
                    (history.WasToldWritten ? lost : _misreported).Add($"{name} {key}: the tenant has {values.SingleOrDefault() ?? "nothing"}; {history}");
                }
            }
        }

        return new SoakResult
        {
            Rows = _told.Values.Sum(),
            Told = _told,
            Lost = lost,
            Doubled = doubled,
            Misreported = _misreported,
            WithoutReport = _withoutReport,
            Settleable = [.. _unknown.Where(WasShown).Select(row => $"{row.Start.Id} {row.Workload.Name} {row.Start.Kind} {row.Key}")],
        };
    }

    /// <summary>
    /// Whether the tenant had the row's value for seconds when the step ended that told it unknown. Rows of late commits do not count: they
    /// came after the client had asked for them.
    /// </summary>
    private bool WasShown((Workload Workload, string Key, Step Start, Step End) row)
    {
        var found = _emulator.Object(row.Workload.ObjectName).Rows.FirstOrDefault(
            candidate => Equals(candidate[row.Workload.KeyField], row.Key) && Equals(candidate[row.Workload.ValueField], row.Start.Id));
        return found?[row.Workload.DateField] is DateTimeOffset written
            && written + SoakSettings.AttemptTimeout < row.End.At
            && !_lateCommits.Exists(commit => (commit - written).Duration() < TimeSpan.FromSeconds(1));
    }
}
