namespace Gainsight.Client.Benchmarks;

/// <summary>Prints the table of docs/performance.md with the values of this machine.</summary>
internal static class RatioReport
{
    private const int ManyRows = 1_000_000;
    private const int FewRows = 100_000;

    /// <summary>Measures and prints. The exit code is 1 if an exact goal is missed, and 3 if the machine is too busy to measure times.</summary>
    /// <param name="isTimed">Whether times are measured too, which requires a quiet machine.</param>
    /// <param name="nativeApp">The published native app, or null to leave it out.</param>
    public static async Task<int> RunAsync(bool isTimed, string? nativeApp)
    {
        var isComplete = true;
        var isNoisy = false;
        Console.WriteLine("| Measure | Value | Goal | |\n|---|---|---|---|");
        foreach (var measure in Bytes().Concat(isTimed ? Times() : []))
        {
            Print(measure);
        }

        foreach (var measure in PeerReport.Measures(isTimed))
        {
            Print(measure);
        }

        await foreach (var measure in UpsertAsync(isTimed))
        {
            Print(measure);
        }

        await foreach (var measure in StreamAsync())
        {
            Print(measure);
        }

        Print(new("6 calls to upsert 5,000 rows, half present", await CallCounts.UpsertAsync(), null, 120, "calls"));
        Print(new("7 calls to insert 50 rows, 1 bad and named", await CallCounts.RefusalAsync(), null, 2, "calls"));
        if (nativeApp is not null)
        {
            await foreach (var measure in NativeApp.MeasureAsync(nativeApp, isTimed))
            {
                Print(measure);
            }
        }

        if (isNoisy)
        {
            await Console.Error.WriteLineAsync($"The machine is too busy: a spread is above {Measure.MaxSpread:P0} of its value. Repeat the run when nothing else runs. The exact values are valid.");
        }

        return isComplete ? isNoisy ? 3 : 0 : 1;

        void Print(Measure measure)
        {
            isComplete &= measure.IsMet || !measure.IsExact;
            isNoisy |= measure.IsNoisy;
            Console.WriteLine(measure);
        }
    }

    private static IEnumerable<Measure> Bytes()
    {
        var page = new PageWork();
        long poco = Allocated.By(() => page.Poco()), extended = Allocated.By(() => page.ExtendedPocoAllFields());
        yield return new("1 page, bytes ÷ POCO", Share(() => page.Records(), poco), null, 0.60, "×");
        yield return new("2 page, 5 fields read, bytes ÷ POCO", Share(() => page.RecordsFiveFields(), poco), null, 0.75, "×");
        yield return new("2 page, 30 fields read, bytes ÷ POCO with extension data", Share(() => page.RecordsAllFields(), extended), null, 0.80, "×");
        var body = new BodyWork();
        yield return new("3 body of 50 records, bytes ÷ generated", Share(() => body.Records(), Allocated.By(() => body.Poco())), null, 0.10, "×");
        foreach (var waits in new[] { false, true })
        {
            using var call = new CallWork(waits);
            var more = Allocated.By(() => call.Pipeline(), 100) - Allocated.By(() => call.Bare(), 100);
            yield return new($"4 call, beyond HttpClient{Wire(waits)}", more, null, 768, "bytes");
            var container = Allocated.By(() => call.Container(), 100) - Allocated.By(() => call.Standard(), 100);
            yield return new($"4 call from a container, beyond a plain client with the standard resilience handler{Wire(waits)}", container, null, 0, "bytes");
        }

        var filter = new FilterWork();
        yield return new("10 filter of 10 conditions", Allocated.By(() => filter.Compile()), null, 2047, "bytes");
    }

    private static IEnumerable<Measure> Times()
    {
        var page = new PageWork();
        yield return Time("1 page, time ÷ scan", () => page.Records(), () => page.Scan(), 1.5);
        yield return Time("1 page, time ÷ POCO", () => page.Records(), () => page.Poco(), 0.60);
        yield return Time("2 page, 5 fields read, time ÷ POCO", () => page.RecordsFiveFields(), () => page.PocoFiveFields(), 0.75);
        yield return Time("2 page, 30 fields read, time ÷ POCO with extension data", () => page.RecordsAllFields(), () => page.ExtendedPocoAllFields(), 1.0);
        var wide = new WidePageWork();
        yield return Time("2 page of 600 fields, shuffled ÷ in order", () => wide.Shuffled(), () => wide.Ordered(), 1.3);
        var body = new BodyWork();
        yield return Time("3 body of 50 records, time ÷ generated", () => body.Records(), () => body.Poco(), 1.0);
        foreach (var waits in new[] { false, true })
        {
            using var call = new CallWork(waits);
            (var median, var spread) = Timed.Difference(() => call.Pipeline(), () => call.Bare());
            yield return new($"4 call, beyond HttpClient{Wire(waits)}", median, spread, 1.5, "µs");
            yield return Time($"4 call from a container, time ÷ plain client with the standard resilience handler{Wire(waits)}", () => call.Container(), () => call.Standard(), 1.0);
        }
    }

    private static async IAsyncEnumerable<Measure> StreamAsync()
    {
        using var work = new StreamWork(ManyRows);

        // The first stream includes the cost of one-time initialization.
        await work.PeakAsync(FewRows);
        long few = await work.PeakAsync(FewRows), many = await work.PeakAsync(ManyRows);
        yield return new("5 live heap, 1,000,000 rows ÷ 100,000", (double)many / few, null, 1.10, "×");
        yield return new("5 live heap above the start, 1,000,000 rows", many / 1048576.0, null, 32, "MB");
    }

    private static async IAsyncEnumerable<Measure> UpsertAsync(bool isTimed)
    {
        await UpsertStreamWork.RunAsync(FewRows);
        var many = await UpsertStreamWork.RunAsync(ManyRows);
        yield return new("15 upsert stream, live heap above the start, 1,000,000 rows", many.Peak / 1048576.0, 0, 16, "MB");
        yield return new("15 upsert stream, bytes of a row", many.Bytes, 0, 1024, "bytes");
        if (isTimed)
        {
            yield return new("15 upsert stream, time of a row", many.Microseconds, 0, 4, "µs");
            using var preflight = new PreflightWork();
            yield return Time("16 preflight and comparison of 5,000 × 30 ÷ parse of the page", () => preflight.CheckAndCompare(), () => preflight.Parse(), 1.0);
            await EmulatorWork.UpsertAsync(FewRows);
            yield return new("17 emulator, upsert of 100,000 rows, time of a row", await EmulatorWork.UpsertAsync(FewRows), 0, 50, "µs");
        }

        if (isTimed)
        {
            using var names = new WrongNamesWork();
            yield return new("18 refused query of 600 wrong names, 2,000 fields", await names.QueryAsync(), 0, 50, "ms");
            yield return new("18 preflight of 100 rows of 600 wrong names, 2,000 fields", await names.PreflightAsync(), 0, 250, "ms");
        }

        yield return new("17 emulator, 1,000,000 rows held, bytes of a row", EmulatorWork.BytesOfRow(ManyRows), 0, 1024, "bytes");
    }

    private static Measure Time(string row, Action work, Action baseline, double goal)
    {
        (var median, var spread) = Timed.Ratio(work, baseline);
        return new(row, median, spread, goal, "×");
    }

    private static double Share(Action work, long baseline) => (double)Allocated.By(work) / baseline;

    private static string Wire(bool waits) => waits ? ", answered asynchronously" : ", answered synchronously";
}
