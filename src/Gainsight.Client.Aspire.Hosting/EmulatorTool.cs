namespace Gainsight.Client.Aspire;

/// <summary>Finds the tool before it is started, because a start that fails does not say how to install it.</summary>
internal static class EmulatorTool
{
    public const string Name = "gainsight-emulator";

    private static readonly string[] Endings = OperatingSystem.IsWindows() ? ["", ".exe", ".cmd"] : [""];

    public static string NotInstalled(string command) =>
        $"The emulator '{command}' was not found. Install it with 'dotnet tool install --global Gainsight.Client.Emulator.Server', open a new terminal so that the PATH has the folder of the tools, and start the app host again. Or pass AddGainsightEmulator the path of the tool as command.";

    /// <summary>Whether the command is a file, or a name on the PATH.</summary>
    public static bool IsInstalled(string command, string workingDirectory)
    {
        IEnumerable<string> directories = command.AsSpan().IndexOfAny(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar) >= 0
            ? [workingDirectory]
            : (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return directories.Any(directory => Array.Exists(Endings, ending => File.Exists(Path.Combine(directory, command + ending))));
    }
}
