using Quartz;

namespace Gainsight.Client;

/// <summary>What went wrong, for who runs the application.</summary>
internal static class Problem
{
    /// <summary>The message, without the name of a parameter in the code. An exception of Quartz has the text of its cause with a stack trace.</summary>
    public static string TextOf(Exception problem) => problem switch
    {
        SchedulerException { InnerException: { } cause } => TextOf(cause),
        ArgumentException { ParamName: { Length: > 0 } name } => problem.Message.Replace($" (Parameter '{name}')", string.Empty, StringComparison.Ordinal),
        _ => problem.Message,
    };

    /// <summary>Whether a file or folder could not be used.</summary>
    public static bool IsOfFiles(Exception problem) => problem is IOException or UnauthorizedAccessException;
}
