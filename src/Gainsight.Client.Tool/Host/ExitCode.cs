namespace Gainsight.Client.Tool;

/// <summary>The exit codes of every command.</summary>
internal static class ExitCode
{
    /// <summary>Done, and everything is as it should be.</summary>
    public const int Success = 0;

    /// <summary>The tenant cannot be used: it does not answer, refuses, or stops in the middle.</summary>
    public const int Failure = 1;

    /// <summary>The command ran to its end, and found or left something that needs attention.</summary>
    public const int Differs = 2;

    /// <summary>
    /// The command line, the profile, the settings or a file cannot be used, or they name an object or a field that the tenant does not have. Nothing was
    /// written, and no rows were read.
    /// </summary>
    public const int Usage = 3;

    /// <summary>Stopped by Ctrl-C.</summary>
    public const int Cancelled = 130;

    /// <summary>Nobody reads the output any more, as after <c>head</c>.</summary>
    public const int NoReader = 141;
}
