namespace Gainsight.Client.Inspector.Tests;

/// <summary>A test in a real browser. It is skipped, and says so, without one.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChromiumFactAttribute : FactAttribute
{
    public const string Variable = "GAINSIGHT_TEST_CHROMIUM";

    public ChromiumFactAttribute()
    {
        if (Path is null)
        {
            Skip = $"Install chromium (apt-get install chromium), or set {Variable} to the path of a Chromium or Chrome, to run this test.";
        }
    }

    /// <summary>The browser's program, or null.</summary>
    public static string? Path { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path
        ? path
        : Array.Find(["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"], File.Exists);
}
