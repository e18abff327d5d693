using System.Diagnostics;
using System.Text.Json;

namespace Gainsight.Client.Mutation;

/// <summary>A test project with the changed SDK, in a folder of its own.</summary>
internal sealed class TestProject
{
    private readonly string _folder;
    private readonly string _name;
    private readonly string _pattern;
    private readonly long _longestRun;
    private readonly Coverage _coverage;
    private readonly Dictionary<string, CoveredTest> _tests;

    public TestProject(string name, string pattern, string sdk, string folder, Part part)
    {
        (_name, _pattern, _longestRun, _folder) = (name, pattern, part.LongestRun, Directory.CreateDirectory(Path.Combine(folder, name)).FullName);
        Copy(Path.Combine(folder, "../../../tests", name, "bin/Debug/net10.0"), _folder);
        File.Copy(sdk, Path.Combine(_folder, "Gainsight.Client.dll"), overwrite: true);
        File.Copy(typeof(TestProject).Assembly.Location, Path.Combine(_folder, "Gainsight.Client.Mutation.dll"), overwrite: true);

        var result = Path.Combine(_folder, "coverage.json");
        using (var process = Start("cover", result))
        {
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
        }

        _coverage = JsonSerializer.Deserialize<Coverage>(File.ReadAllText(result))!;
        _tests = _coverage.Tests.Where(test => !test.HasFailed && test.Milliseconds <= part.LongestTest).ToDictionary(test => test.Id, StringComparer.Ordinal);
        Console.WriteLine($"{_name}: {_tests.Count} tests");
        foreach (var test in _coverage.Tests.Where(test => !_tests.ContainsKey(test.Id)))
        {
            // Such as a test that measures memory, which the conditions of the changes use as well.
            Console.WriteLine($"  Left out: {test.Name} ({(test.HasFailed ? "fails without a change" : $"{test.Milliseconds} ms")})");
        }
    }

    /// <summary>Whether a change is made once in a process, so that it needs a process of its own.</summary>
    public bool IsStatic(Change change) => change.IsStatic || _coverage.Statics.Contains(change.Id);

    /// <summary>The tests that run the code of a change, the fast ones first.</summary>
    public IReadOnlyList<string> TestsOf(Change change)
    {
        var total = 0L;
        return [.. _tests.Values.Where(test => IsStatic(change) || test.Changes.Contains(change.Id)).OrderBy(test => test.Milliseconds)
            .TakeWhile(test => (total += Math.Max(1, test.Milliseconds)) <= _longestRun).Select(test => test.Id)];
    }

    public CoveredTest Test(string id) => _tests[id];

    /// <summary>Starts a process that makes changes.</summary>
    public Process Start(IReadOnlyList<PlannedChange> plan, bool alone)
    {
        var path = Path.Combine(_folder, $"plan-{plan[0].Id}.json");
        File.WriteAllText(path, JsonSerializer.Serialize(plan));
        return Start(alone ? "run-alone" : "run", path);
    }

    private Process Start(string command, string file)
    {
        ProcessStartInfo start = new("dotnet") { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "exec", "--depsfile", $"{_name}.deps.json", "--runtimeconfig", $"{_name}.runtimeconfig.json", "Gainsight.Client.Mutation.dll",
            command, $"{_name}.dll", _pattern, file,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // A changed loop may allocate without an end. 4 GB ends it.
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x100000000";
        var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        return process;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
