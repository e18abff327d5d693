using System.Diagnostics;
using System.Reflection;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Gainsight.Client.Benchmarks;

if (typeof(RatioReport).Assembly.GetCustomAttribute<DebuggableAttribute>()?.IsJITOptimizerDisabled == true)
{
    await Console.Error.WriteLineAsync("A debug build allocates more and runs slower, so its values mean nothing. Run it with -c Release.");
    return 2;
}

if (args is ["--ratios", ..])
{
    return await RatioReport.RunAsync(isTimed: !args.Contains("--exact"), args.Contains("--aot") ? args[^1] : null);
}

if (args is ["--names"])
{
    using var names = new WrongNamesWork();
    Console.WriteLine($"refused query of 600 wrong names: {await names.QueryAsync():0.0} ms; preflight of 100 rows: {await names.PreflightAsync():0.0} ms");
    return 0;
}

// In process, so that BenchmarkDotNet generates and builds no project inside this repository.
IConfig config = DefaultConfig.Instance
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    .AddDiagnoser(MemoryDiagnoser.Default);
BenchmarkSwitcher.FromTypes([typeof(PageReading), typeof(BodyWriting), typeof(Calling), typeof(FilterCompiling)]).Run(args, config);
return 0;
