using System.Collections;
using Spectre.Console;

namespace Gainsight.Client.Tool;

/// <summary>What a command gets from its surroundings. Tests replace it.</summary>
internal sealed class ToolHost
{
    /// <summary>Where results go. They can be redirected to a file.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Where messages and progress go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>The environment variables.</summary>
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>The path of the file with the profiles.</summary>
    public required string ProfileFile { get; init; }

    /// <summary>Asks for a secret without showing it, or reads it from the input if that is redirected. Null at the end of the input.</summary>
    public required Func<string, string?> ReadSecret { get; init; }

    /// <summary>Opens the output for bytes, such as a CSV file that is redirected.</summary>
    public Func<Stream> OpenOutput { get; init; } = StandardOutput.Open;

    /// <summary>Asks a question that is answered with y or n. Null without a terminal to ask on.</summary>
    public Func<string, bool>? Confirm { get; init; }

    /// <summary>The handler that sends the requests, or null for that of the library.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The console that lays out <see cref="Output"/>: 80 columns and no colours unless it is a terminal.</summary>
    public IAnsiConsole OutputConsole => field ??= Console(Output);

    /// <summary>The console that lays out <see cref="Error"/>.</summary>
    public IAnsiConsole ErrorConsole => field ??= Console(Error);

    /// <summary>Writes a message, whatever names of files and tenants it has.</summary>
    /// <param name="message">The message, in one or several lines.</param>
    public Task TellAsync(string message) => Error.WriteLineAsync(VisibleText.Of(message, keepsLines: true));

    /// <summary>The surroundings of this process.</summary>
    /// <returns>The host.</returns>
    public static ToolHost OfProcess() => new()
    {
        Output = System.Console.Out,
        Error = System.Console.Error,
        Variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal),
        ProfileFile = Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "gainsight", "profiles.json"),
        ReadSecret = SecretPrompt.Read,
        Confirm = System.Console.IsInputRedirected ? null : static question =>
        {
            System.Console.Error.Write($"{question} (y/N) ");
            return System.Console.ReadLine()?.Trim() is "y" or "Y" or "yes";
        },
    };

    private static IAnsiConsole Console(TextWriter writer) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
}
