using System.Text.Json;

namespace Gainsight.Client.Tool.Tests.Doctor;

/// <summary>What doctor printed as JSON.</summary>
internal sealed class DoctorReport(ToolResult result)
{
    private readonly JsonElement _root = JsonDocument.Parse(result.Output).RootElement;

    public int ExitCode => result.ExitCode;

    public int Calls => _root.GetProperty("calls").GetInt32();

    public JsonElement Settings => _root.GetProperty("settings").GetProperty("Gainsight");

    public IEnumerable<string> Differing => _root.GetProperty("facts").EnumerateArray()
        .Where(fact => fact.GetProperty("state").GetString() == "differs").Select(fact => $"{fact.GetProperty("fact")}: {fact.GetProperty("found")}");

    /// <summary>What differs, but for the fields of the library's records, which the emulator reads in its own way.</summary>
    public IEnumerable<string> DifferingCalls => Differing.Where(line => !line.StartsWith("Fields of", StringComparison.Ordinal));

    /// <summary>The exit code that goes with the findings.</summary>
    public int ExpectedExitCode => Differing.Any() ? 2 : 0;

    public IEnumerable<string> Open => _root.GetProperty("facts").EnumerateArray()
        .Where(fact => fact.GetProperty("state").GetString() == "open").Select(fact => $"{fact.GetProperty("fact")}: {fact.GetProperty("found")}");

    public string Found(string name) => _root.GetProperty("facts").EnumerateArray().Single(fact => fact.GetProperty("fact").GetString() == name).GetProperty("found").GetString()!;
}
