using System.CommandLine;

namespace Gainsight.Client.Tool;

/// <summary>A command whose own help ends with more than its line in the list of commands says.</summary>
/// <param name="name">The name.</param>
/// <param name="description">What it does, in a line.</param>
/// <param name="notes">Examples and further text, in lines of at most 78 characters.</param>
internal sealed class NotedCommand(string name, string description, string notes) : Command(name, description)
{
    /// <summary>The text at the end of the help.</summary>
    public string Notes { get; } = notes;
}
