using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Gainsight.Client.Benchmarks;

if (args is ["--ratios", ..])
{
    return await RatioReport.RunAsync(isTimed: !args.Contains("--exact"), args.Contains("--aot") ? args[^1] : null);
}

// In process, because this version of BenchmarkDotNet generates no project for .NET 10.
IConfig config = DefaultConfig.Instance
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    .AddDiagnoser(MemoryDiagnoser.Default);
BenchmarkSwitcher.FromTypes([typeof(PageReading), typeof(BodyWriting), typeof(Calling), typeof(FilterCompiling)]).Run(args, config);
return 0;
