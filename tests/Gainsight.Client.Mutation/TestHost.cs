using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Gainsight.Client.Mutation;

/// <summary>Runs tests on the changed SDK, in a process that has both. dotnet-stryker put all changes into the SDK, each behind a condition.</summary>
internal sealed class TestHost : IDisposable
{
    // Tests may write to the console.
    private readonly StreamWriter _output = new(Console.OpenStandardOutput()) { AutoFlush = true };
    private readonly Type _control;
    private readonly FieldInfo _active;
    private readonly XunitTestFramework _framework;
    private readonly ITestFrameworkExecutor _executor;
    private readonly Dictionary<string, ITestCase> _cases = new(StringComparer.Ordinal);
    private readonly PlannedChange? _alone;

    public TestHost(string assembly, string pattern, PlannedChange? alone = null)
    {
        _alone = alone;
        _control = Assembly.Load("Gainsight.Client").GetTypes().Single(type => type.Name == "MutantControl");
        _active = _control.GetField("ActiveMutant")!;
        Activate(_alone?.Id ?? -1);
        var tests = Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, assembly));
        using TestSink ignored = new();
        _framework = new(ignored);
        _executor = _framework.GetExecutor(tests.GetName());
        using var discoverer = _framework.GetDiscoverer(Reflector.Wrap(tests));
        using TestSink sink = new();
        discoverer.Find(includeSourceInformation: false, sink, new TestOptions());
        sink.Wait();
        foreach (var test in sink.Found.Where(test => test.SkipReason is null && Regex.IsMatch(test.DisplayName, pattern)))
        {
            _cases[test.UniqueID] = test;
        }

        Console.SetOut(TextWriter.Null);
    }

    /// <summary>Runs every test without a change, and notes what it covers.</summary>
    public void Cover(string result)
    {
        _control.GetField("CaptureCoverage")!.SetValue(null, true);
        var covered = _control.GetMethod("GetCoverageData")!;
        List<CoveredTest> tests = [];
        HashSet<int> statics = [];
        foreach (var (id, test) in _cases)
        {
            var watch = Stopwatch.StartNew();
            var hasFailed = FirstFailure([test]) is not null;
            watch.Stop();
            var changes = (IList<int>[])covered.Invoke(null, null)!;
            statics.UnionWith(changes[1]);
            tests.Add(new(id, test.DisplayName, watch.ElapsedMilliseconds, hasFailed, [.. changes[0], .. changes[1]]));
        }

        File.WriteAllText(result, JsonSerializer.Serialize(new Coverage(tests, statics)));
        End(0);
    }

    /// <summary>Makes changes, one after the other.</summary>
    public void Run(List<PlannedChange> plan)
    {
        foreach (var change in plan)
        {
            Say($"CHANGE {change.Id}");
            Activate(change.Id);
            var failed = FirstFailure(change.Tests.Select(id => _cases[id]));
            Activate(-1);
            Tell(failed);

            // The test that failed passes without the change. Otherwise the process keeps something of the change, and is not used any more.
            if (failed is not null && FirstFailure([failed.TestCase]) is not null)
            {
                End(3);
            }
        }

        Say("END");
        End(0);
    }

    /// <summary>Runs tests with a change that was active when the process began.</summary>
    public void RunAlone()
    {
        Say($"CHANGE {_alone!.Id}");
        Tell(FirstFailure(_alone.Tests.Select(id => _cases[id])));
        Say("END");
        End(0);
    }

    public void Dispose()
    {
        _executor.Dispose();
        _framework.Dispose();
        _output.Dispose();
    }

    private void Activate(int id) => _active.SetValue(null, id);

    private ITest? FirstFailure(IEnumerable<ITestCase> tests)
    {
        using TestSink sink = new() { Starting = id => Say($"TEST {id}") };
        _executor.RunTests(tests, sink, new TestOptions());
        sink.Wait();
        return sink.Failed;
    }

    private void Tell(ITest? failed) => Say(failed is null ? "SURVIVED" : $"KILLED {failed.DisplayName}");

    private void Say(string line) => _output.WriteLine(line);

    /// <summary>Ends the process, whatever a changed test left running.</summary>
    private static void End(int code) => Environment.Exit(code);
}
