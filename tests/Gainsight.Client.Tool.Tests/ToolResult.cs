namespace Gainsight.Client.Tool.Tests;

/// <summary>What a run of the tool left.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">The results.</param>
/// <param name="Error">The messages.</param>
internal sealed record ToolResult(int ExitCode, string Output, string Error);
