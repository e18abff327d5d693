using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client.Soak;

/// <summary>A client process: writes in several lanes until its time is over, or until it is killed.</summary>
internal sealed class Worker(GainsightClient gainsight, Journal journal, string name, int seed, DateTimeOffset until, IReadOnlyList<Workload> workloads)
{
    private const int Lanes = 4;
    private const int KeysPerLane = 400;

    public Task RunAsync() => Task.WhenAll(Enumerable.Range(0, Lanes).Select(RunLaneAsync));

    private async Task RunLaneAsync(int lane)
    {
        var random = new Random((seed * 31) + lane);
        var gsids = new Dictionary<(Workload, string), string>();
        var restingUntil = new Dictionary<(Workload, string), DateTimeOffset>();
        for (var number = 0; DateTimeOffset.UtcNow < until; number++)
        {
            var workload = workloads[random.Next(workloads.Count)];
            var kind = workload.Kinds[random.Next(workload.Kinds.Count)];
            var id = $"{name}.l{lane}.{number}";
            var rows = NewRows(workload, kind, id, lane, random)
                .Where(row => !restingUntil.TryGetValue((workload, row.Key), out var end) || end < DateTimeOffset.UtcNow)
                .Where(row => kind != WriteKind.Delete || gsids.TryGetValue((workload, row.Key), out _))
                .ToList();
            if (rows.Count == 0)
            {
                continue;
            }

            foreach (var row in rows)
            {
                row.Gsid = gsids.GetValueOrDefault((workload, row.Key));
            }

            await RunStepAsync(workload, kind, id, rows, random).ConfigureAwait(false);
            foreach (var row in rows)
            {
                var key = (workload, row.Key);
                if (row.Gsid is not null && row.Told is not (null or RowStatus.Unknown or RowStatus.Deleted))
                {
                    gsids[key] = row.Gsid;
                }
                else
                {
                    gsids.Remove(key);
                }

                if (row.Told is null or RowStatus.Unknown)
                {
                    // A late commit may still come, and writing again would then be the caller's own doubling.
                    restingUntil[key] = DateTimeOffset.UtcNow + (2 * SoakSettings.LateCommitDelay);
                }
            }
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Any exception in place of a report is what the soak looks for.")]
    private async Task RunStepAsync(Workload workload, WriteKind kind, string id, List<SoakRow> rows, Random random)
    {
        var start = new Step
        {
            Id = id,
            Workload = workload.Name,
            Kind = kind,
            Keys = [.. rows.Select(row => row.Key)],
            Bad = [.. Enumerable.Range(0, rows.Count).Where(i => rows[i].IsBad)],
        };
        journal.Write(start);
        using var cancellation = new CancellationTokenSource();
        if (random.Next(12) == 0)
        {
            cancellation.CancelAfter(random.Next(1, 400));
        }

        string? failure = null;
        var isStopped = false;
        try
        {
            if (random.Next(2) == 0)
            {
                await workload.WriteListAsync(gainsight, kind, rows, cancellation.Token).ConfigureAwait(false);
            }
            else
            {
                var leaveAfter = random.Next(10) == 0 ? random.Next(1, rows.Count + 1) : 0;
                isStopped = await workload.WriteStreamAsync(gainsight, kind, rows, leaveAfter, cancellation.Token).ConfigureAwait(false);
            }
        }
        catch (WriteCanceledException)
        {
            isStopped = true;
        }
        catch (GainsightException)
        {
            // A list throws only where nothing was written at all, and a stream only after the outcomes of all rows that it took.
            rows.ForEach(row => row.Told ??= RowStatus.NotAttempted);
        }
        catch (Exception exception)
        {
            failure = $"{exception.GetType().Name}: {exception.Message}";
        }

        journal.Write(new Step
        {
            Id = id,
            Told = failure is null ? [.. rows.Select(row => row.Told)] : null,
            Codes = [.. rows.Select(row => row.Code)],
            IsStopped = isStopped,
            Exception = failure,
        });
    }

    /// <summary>New rows for an insert, which must not meet others; else rows of the lane's own keys.</summary>
    private IEnumerable<SoakRow> NewRows(Workload workload, WriteKind kind, string id, int lane, Random random)
    {
        var count = kind == WriteKind.Delete ? random.Next(1, 10) : random.Next(1, workload.MaxRows);
        var bad = workload.HasBadRows && kind != WriteKind.Delete && random.Next(5) == 0 ? random.Next(count) : -1;

        // The same keys in every run of the process, so that a run after a kill meets the rows of the one before.
        var process = name.Split('.')[0];
        var first = random.Next(KeysPerLane);
        return Enumerable.Range(0, count).Select(i => new SoakRow
        {
            Key = (kind == WriteKind.Insert ? $"{id}.{i}" : $"{process}.l{lane}.k{(first + i) % KeysPerLane}") + workload.KeyEnd,
            Value = id,
            IsBad = i == bad,
        });
    }
}
