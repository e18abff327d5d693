using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Gainsight.Client.Mutation;

/// <summary>Makes the changes of a part of the SDK, and counts those that no test notices.</summary>
/// <param name="part">The part.</param>
/// <param name="report">The report of dotnet-stryker, which lists the changes.</param>
/// <param name="sdk">The SDK with the changes.</param>
/// <param name="output">The folder for the results.</param>
/// <param name="files">What the paths of the files contain, or empty for all files of the part.</param>
internal sealed class MutationRun(Part part, string report, string sdk, string output, string files)
{
    /// <summary>The changes for which a process is started.</summary>
    private const int Batch = 25;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly string _verdicts = Path.Combine(output, "changes.json");
    private readonly Lock _saving = new();
    private readonly List<Change> _changes = [];

    public void Run()
    {
        ReadChanges();
        ReadVerdicts();
        var chosen = _changes.FindAll(change => change.File.Contains(files, StringComparison.Ordinal));
        foreach (var (name, pattern) in part.Tests)
        {
            TestProject project = new(name, pattern, sdk, output, part);
            var left = chosen.FindAll(change => change.Verdict is Verdict.NotCovered or Verdict.Survived && project.TestsOf(change).Count > 0);
            Make(project, left.FindAll(change => !project.IsStatic(change)), Batch, Environment.ProcessorCount);

            // On a busy machine a test may be late without a change. So it runs again, with more time. Most of these tests only wait.
            Make(project, left.FindAll(change => change.Verdict == Verdict.TimedOut || project.IsStatic(change)), 1, 3 * Environment.ProcessorCount);
            Print(part.Folder, chosen);
        }

        foreach (var file in chosen.GroupBy(change => change.File, StringComparer.Ordinal))
        {
            Print(Path.GetFileName(file.Key), [.. file]);
        }
    }

    private void ReadChanges()
    {
        // The page has the report as a value of its script. It is there before the changes are tested; the report as a file comes after that.
        var page = File.ReadAllText(report);
        var value = page.IndexOf('{', page.LastIndexOf(".report = ", StringComparison.Ordinal));
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(page[value..]));
        using var document = JsonDocument.ParseValue(ref reader);
        foreach (var file in document.RootElement.GetProperty("files").EnumerateObject())
        {
            var path = file.Name.Replace('\\', '/');
            if (!path.Contains($"/Gainsight.Client/{part.Folder}/", StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var change in file.Value.GetProperty("mutants").EnumerateArray())
            {
                if (change.GetProperty("status").GetString() is not ("Ignored" or "CompileError"))
                {
                    _changes.Add(new(
                        int.Parse(change.GetProperty("id").GetString()!, CultureInfo.InvariantCulture),
                        path,
                        change.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32(),
                        change.GetProperty("mutatorName").GetString()!,
                        change.GetProperty("replacement").GetString()!,
                        change.TryGetProperty("static", out var isStatic) && isStatic.ValueKind == JsonValueKind.True));
                }
            }
        }
    }

    /// <summary>Takes over what an earlier run found with the same changes. A change that a test noticed is not made again, and a run that was ended goes on.</summary>
    private void ReadVerdicts()
    {
        if (!File.Exists(_verdicts))
        {
            return;
        }

        var known = JsonSerializer.Deserialize<List<Change>>(File.ReadAllText(_verdicts))!.ToDictionary(change => change.Id);
        foreach (var change in _changes)
        {
            if (known.TryGetValue(change.Id, out var before) && (before.Verdict != Verdict.TimedOut || before.IsConfirmed))
            {
                (change.Verdict, change.By, change.IsConfirmed) = (before.Verdict, before.By, before.IsConfirmed);
            }
        }
    }

    private void Save()
    {
        lock (_saving)
        {
            File.WriteAllText(_verdicts, JsonSerializer.Serialize(_changes, Indented));
        }
    }

    private void Make(TestProject project, List<Change> changes, int batch, int processes)
    {
        ConcurrentQueue<Change[]> batches = new(changes.Chunk(batch));
        Task.WaitAll([.. Enumerable.Range(0, processes).Select(_ => Task.Run(async () =>
        {
            while (batches.TryDequeue(out var next))
            {
                List<Change> left = [.. next];
                while (left.Count > 0)
                {
                    await MakeAsync(project, left, alone: batch == 1);
                }

                Save();
            }
        }))]);
    }

    /// <summary>Makes changes in a process, until it ends or a test hangs.</summary>
    private static async Task MakeAsync(TestProject project, List<Change> changes, bool alone)
    {
        // A change that hung is made again with the test in which it did.
        var plan = changes.ConvertAll(change => new PlannedChange(change.Id, change is { Verdict: Verdict.TimedOut, By: { } hungIn } ? [hungIn] : project.TestsOf(change)));
        using var process = project.Start(plan, alone);
        Change? current = null;
        string? test = null;
        while (true)
        {
            // A process takes seconds to find the tests, or minutes on a busy machine. Its first test compiles what it needs.
            var limit = TimeSpan.FromSeconds(current is null ? 300 : alone ? 10 : 3) + TimeSpan.FromMilliseconds(test is null ? 0 : 5 * project.Test(test).Milliseconds);
            var read = process.StandardOutput.ReadLineAsync();
            var line = await Task.WhenAny(read, Task.Delay(limit)) == read ? await read : null;
            switch (line?.Split(' ', 2))
            {
                case ["CHANGE", var id]:
                    current = changes.Find(change => change.Id == int.Parse(id, CultureInfo.InvariantCulture));
                    break;
                case ["TEST", var id]:
                    test = id;
                    break;
                case ["KILLED", var by]:
                    (current!.Verdict, current.By) = (Verdict.Killed, by);
                    changes.Remove(current);
                    break;
                case ["SURVIVED"]:
                    (current!.Verdict, current.By) = (Verdict.Survived, null);
                    changes.Remove(current);
                    break;
                case ["END"]:
                    await process.WaitForExitAsync();
                    return;
                default:
                    process.Kill(entireProcessTree: true);
                    await process.WaitForExitAsync();
                    if (current is null)
                    {
                        throw new InvalidOperationException("A process for tests ended before it made a change, or did not start within five minutes.");
                    }

                    if (changes.Remove(current))
                    {
                        (current.Verdict, current.By, current.IsConfirmed) = (Verdict.TimedOut, test, alone);
                    }

                    return;
            }
        }
    }

    private static void Print(string name, List<Change> changes)
    {
        int Count(Verdict verdict) => changes.Count(change => change.Verdict == verdict);
        var score = 100.0 * (Count(Verdict.Killed) + Count(Verdict.TimedOut)) / changes.Count;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| `{name}` | {changes.Count} | {Count(Verdict.Killed)} | {Count(Verdict.TimedOut)} | {Count(Verdict.Survived)} | {Count(Verdict.NotCovered)} | {score:0.0} |"));
    }
}
