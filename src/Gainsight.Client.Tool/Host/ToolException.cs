using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client.Tool;

/// <summary>Ends a command with a message for its user. The message says what to do, and has no secret.</summary>
[SuppressMessage("Design", "CA1032", Justification = "A message without an exit code would be of no use.")]
internal sealed class ToolException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="exitCode">The exit code of the tool.</param>
    public ToolException(string message, int exitCode = Tool.ExitCode.Usage)
        : base(message) => ExitCode = exitCode;

    /// <summary>The exit code of the tool.</summary>
    public int ExitCode { get; }
}
