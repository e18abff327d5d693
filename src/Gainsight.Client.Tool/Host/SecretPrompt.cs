using System.Text;

namespace Gainsight.Client.Tool;

/// <summary>Reads a secret from the terminal without showing it.</summary>
internal static class SecretPrompt
{
    /// <summary>Reads a secret. The prompt is shown only on a terminal; otherwise the secret is the next line of the input.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <returns>The secret, or null at the end of the input.</returns>
    public static string? Read(string prompt)
    {
        if (Console.IsInputRedirected)
        {
            return Console.In.ReadLine();
        }

        Console.Error.Write($"{prompt}: ");
        var text = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                text.Length = Math.Max(0, text.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                _ = text.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return text.ToString();
    }
}
