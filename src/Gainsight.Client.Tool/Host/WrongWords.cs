using System.CommandLine;
using System.CommandLine.Parsing;

namespace Gainsight.Client.Tool;

/// <summary>
/// Finds words on a command line that nothing can be made of. Unlike the errors of the parser, it does not show them: such a word can be a key.
/// </summary>
internal static class WrongWords
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="command">The command as it is typed.</param>
    /// <returns>The problems. None if every word has a place.</returns>
    public static IReadOnlyList<string> Problems(ParseResult parsed, string command)
    {
        // The parser takes an option that it does not know as the value of the one before, or as the name of an object.
        var words = parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash).Where(token => token.Type == TokenType.Argument).Select(token => token.Value).ToList();
        List<string> problems = [.. words.Where(IsOption).Select(word => $"There is no option {NameOf(word)}.")];

        // A tab can separate cells.
        var empty = parsed.CommandResult.Children.Where(child => child.Tokens.Any(token => token.Value.Trim(' ').Length == 0));
        problems.AddRange(empty.Select(child => $"{(child is OptionResult option ? option.Option.Name : ((ArgumentResult)child).Argument.Name)} has an empty value. Perhaps a variable is not set."));
        if (problems.Count == 0 && parsed.UnmatchedTokens.Count > 0)
        {
            problems.Add(parsed.CommandResult.Command.Subcommands.Count > 0
                ? $"'{command}' has the commands {string.Join(", ", parsed.CommandResult.Command.Subcommands.Select(child => child.Name))}, and no other."
                : $"The command line has more than '{command}' takes. Put a value with spaces in quotation marks.");
        }

        return problems;
    }

    private static bool IsOption(string word) => word is ['-', '-', _, ..] || (word is ['-', var letter, ..] && char.IsAsciiLetter(letter));

    /// <summary>The name without a value after it.</summary>
    private static string NameOf(string word) => word.StartsWith("--", StringComparison.Ordinal) ? word.Split('=', ':', ' ')[0] : word[..2];
}
