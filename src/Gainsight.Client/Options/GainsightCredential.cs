namespace Gainsight.Client;

/// <summary>The credential of a client: an <see cref="AccessKeyCredential"/> or a <see cref="ClientCredentialsCredential"/>.</summary>
/// <remarks>A secret never appears in <c>ToString</c>, a debugger's display, JSON, logs, exceptions or spans.</remarks>
public abstract class GainsightCredential
{
    private protected GainsightCredential()
    {
    }

    /// <summary>Why a value cannot be a key or secret, with the remedy, or null. The most common problem is a copied line break or space.</summary>
    internal static string? SecretProblem(string secret, string what)
    {
        if (secret.Length == 0)
        {
            return $"The {what} is empty. Check the setting or the secret store that it comes from.";
        }

        foreach (var character in secret)
        {
            if (char.IsWhiteSpace(character))
            {
                return $"The {what} contains white space, perhaps a copied line break. Remove it.";
            }

            if (!char.IsAscii(character) || char.IsControl(character))
            {
                return $"The {what} contains a character that is not allowed in a header. Copy it again from Gainsight.";
            }
        }

        return null;
    }

    private protected static string CheckSecret(string secret, string parameterName, string what)
    {
        ArgumentNullException.ThrowIfNull(secret, parameterName);
        return SecretProblem(secret, what) is { } problem ? throw new ArgumentException(problem, parameterName) : secret;
    }
}
