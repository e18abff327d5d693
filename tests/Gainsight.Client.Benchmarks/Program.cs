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
