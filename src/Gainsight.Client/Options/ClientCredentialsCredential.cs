using System.Diagnostics;

namespace Gainsight.Client;

/// <summary>An M2M OAuth client (client credentials): the client asks for a bearer token, keeps it, and renews it before it expires.</summary>
/// <remarks>
/// <para>
/// The token comes from <c>POST /v1/users/m2m/oauth/token</c> on the tenant's own host and lives 86,400 seconds
/// (Gainsight "Generate REST API Key" documentation, read at second hand). An organization has at most 15 M2M keys. Tokens
/// cannot call the Event APIs; those need an access key.
/// </para>
/// <para>Requests for tokens are not charged to the quota. Each client keeps a token of its own.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ClientCredentialsCredential : GainsightCredential
{
    /// <summary>Creates the credential.</summary>
    /// <param name="clientId">What Gainsight's page calls "OAuth API Key".</param>
    /// <param name="clientSecret">What Gainsight's page calls "OAuth API Secret".</param>
    /// <exception cref="ArgumentNullException">A parameter is null.</exception>
    /// <exception cref="ArgumentException">A parameter is empty, or contains white space or a character that no header can carry.</exception>
    public ClientCredentialsCredential(string clientId, string clientSecret)
    {
        ClientId = CheckSecret(clientId, nameof(clientId), "client id");
        ClientSecret = CheckSecret(clientSecret, nameof(clientSecret), "client secret");
    }

    /// <summary>
    /// Whether the token request has an empty body instead of the form <c>grant_type=client_credentials</c>. False unless set.
    /// </summary>
    /// <remarks>
    /// The sources disagree: the OAuth standard asks for the form, and a client written for a real tenant sends nothing. Set this
    /// when a tenant refuses the form.
    /// </remarks>
    public bool UseEmptyTokenRequest { get; init; }

    internal string ClientId { get; }

    internal string ClientSecret { get; }

    /// <summary>The type's name, without the id and the secret.</summary>
    /// <returns><c>ClientCredentialsCredential</c>.</returns>
    public override string ToString() => nameof(ClientCredentialsCredential);
}
