namespace Gainsight.Client;

/// <summary>The credential of a client: an <see cref="AccessKeyCredential"/> or a <see cref="ClientCredentialsCredential"/>.</summary>
/// <remarks>A secret never appears in <c>ToString</c>, a debugger's display, JSON, logs, exceptions or spans.</remarks>
public abstract class GainsightCredential
{
    private protected GainsightCredential()
    {
    }

    /// <summary>Checks that a value can be a key or secret. The most common problem is a copied line break or space.</summary>
    private protected static string CheckSecret(string secret, string parameterName, string what)
    {
        ArgumentNullException.ThrowIfNull(secret, parameterName);
        if (secret.Length == 0)
        {
            throw new ArgumentException($"The {what} is empty. Check the setting or the secret store that it comes from.", parameterName);
        }

        foreach (var character in secret)
        {
            if (char.IsWhiteSpace(character))
            {
                throw new ArgumentException(
                    $"The {what} contains white space, perhaps a copied line break. Remove it.", parameterName);
            }

            if (!char.IsAscii(character) || char.IsControl(character))
            {
                throw new ArgumentException(
                    $"The {what} contains a character that is not allowed in a header. Copy it again from Gainsight.", parameterName);
            }
        }

        return secret;
    }
}
