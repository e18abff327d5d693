using System.CommandLine;
using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client.Tool;

/// <summary>Runs the action of a command: failures become a message and an exit code, never a stack trace.</summary>
internal static class CommandRun
{
    /// <summary>Sets the action of a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="host">The surroundings.</param>
    /// <param name="action">The action. It returns the exit code.</param>
    public static void Run(this Command command, ToolHost host, Func<ParseResult, CancellationToken, Task<int>> action) =>
        command.SetAction((parsed, cancellationToken) => RunAsync(host, () => action(parsed, cancellationToken), cancellationToken));

    [SuppressMessage("Design", "CA1031", Justification = "The last place before the user's terminal.")]
    private static async Task<int> RunAsync(ToolHost host, Func<Task<int>> action, CancellationToken cancellationToken)
    {
        string message;
        int exitCode;
        try
        {
            return await action().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            (message, exitCode) = ("Stopped.", ExitCode.Cancelled);
        }
        catch (ToolException exception)
        {
            (message, exitCode) = (exception.Message, exception.ExitCode);
        }
        catch (GainsightException exception)
        {
            (message, exitCode) = (FailureText.Of(exception), ExitCode.Failure);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            (message, exitCode) = (exception.Message, ExitCode.Failure);
        }
        catch (Exception exception)
        {
            // Its message could quote a value.
            (message, exitCode) = (
                $"This is a bug in the tool: {exception.GetType().Name} {Place(exception)}. Please report it with the command that you ran.",
                ExitCode.Failure);
        }

        await host.TellAsync(message).ConfigureAwait(false);
        return exitCode;
    }

    /// <summary>The method that threw, without the path of its file.</summary>
    private static string Place(Exception exception) =>
        exception.StackTrace?.Split('\n')[0].Split(" in ")[0].Trim() ?? "somewhere";
}
