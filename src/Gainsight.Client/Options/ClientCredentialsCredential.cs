using System.Diagnostics;

namespace Gainsight.Client;

/// <summary>An M2M OAuth client (client credentials). The client requests a bearer token, caches it, and renews it before it expires.</summary>
/// <remarks>
/// <para>
/// The token comes from <c>POST /v1/users/m2m/oauth/token</c> on the tenant's own host and is valid for 86,400 seconds (a third
/// party's copy of the Gainsight "Generate REST API Key" documentation). An organization has at most 15 M2M keys. The Event
/// APIs do not accept tokens; they need an access key.
/// </para>
/// <para>Token requests do not count in the quota. Each client has its own token.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ClientCredentialsCredential : GainsightCredential
{
    /// <summary>Creates the credential.</summary>
    /// <param name="clientId">The "OAuth API Key" of Gainsight's page.</param>
    /// <param name="clientSecret">The "OAuth API Secret" of Gainsight's page.</param>
    /// <exception cref="ArgumentNullException">A parameter is null.</exception>
    /// <exception cref="ArgumentException">A parameter is empty, or contains white space or a character that is not allowed in a header.</exception>
    public ClientCredentialsCredential(string clientId, string clientSecret)
    {
        ClientId = CheckSecret(clientId, nameof(clientId), "client id");
        ClientSecret = CheckSecret(clientSecret, nameof(clientSecret), "client secret");
    }

    /// <summary>
    /// Whether the token request has an empty body instead of the form <c>grant_type=client_credentials</c>. Default: false.
    /// </summary>
    /// <remarks>
    /// The sources disagree: the OAuth standard requires the form, and a client for a real tenant sends an empty body. Set this
    /// option for a tenant that refuses the form.
    /// </remarks>
    public bool UseEmptyTokenRequest { get; init; }

    internal string ClientId { get; }

    internal string ClientSecret { get; }

    /// <summary>The type's name, without the id and the secret.</summary>
    /// <returns><c>ClientCredentialsCredential</c>.</returns>
    public override string ToString() => nameof(ClientCredentialsCredential);
}
