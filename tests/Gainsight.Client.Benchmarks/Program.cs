using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Gainsight.Client.Benchmarks;

if (args is ["--peers"])
{
    foreach (var measure in PeerReport.Measures(isTimed: true))
    {
        Console.WriteLine(measure);
    }

    return 0;
}

if (args is ["--alloc", var what])
{
    using var wire = new PeerWire();
    using var library = new Library(wire, isContained: args.Length > 2);
    using var hand = new HandWritten(wire);
    wire.AnswersOneRow = what == "one";
    Func<IPeer, Task> run = what == "one" ? p => p.ReadOneAsync() : what == "page" ? p => p.ReadPageAsync() : p => p.WriteAsync();
    var n = what == "one" ? 1000 : 10;
    foreach (var p in new IPeer[] { library, hand })
    {
        for (var i = 0; i < n; i++) await run(p);
        var before = GC.GetTotalAllocatedBytes(true);
        for (var i = 0; i < n; i++) await run(p);
        Console.WriteLine($"{p.GetType().Name}: {(GC.GetTotalAllocatedBytes(true) - before) / n:N0} bytes");
    }
    using (var l = new AllocListener())
    {
        for (var i = 0; i < n * 60; i++) await run(library);
        await Task.Delay(300);
        var sum = l.Types.Values.Sum();
        foreach (var (t, c) in l.Types.OrderByDescending(x => x.Value).Take(60)) Console.WriteLine($"{100.0 * c / sum,5:0.0} % {t}");
    }
    return 0;
}

if (args is ["--ratios", ..])
{
    return await RatioReport.RunAsync(isTimed: !args.Contains("--exact"), args.Contains("--aot") ? args[^1] : null);
}

// In process, so that BenchmarkDotNet generates and builds no project inside this repository.
IConfig config = DefaultConfig.Instance
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    .AddDiagnoser(MemoryDiagnoser.Default);
BenchmarkSwitcher.FromTypes([typeof(PageReading), typeof(BodyWriting), typeof(Calling), typeof(FilterCompiling)]).Run(args, config);
return 0;
