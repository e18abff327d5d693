namespace Gainsight.Client.Emulator;

public sealed partial class GainsightEmulator
{
    /// <summary>The last access key. After <see cref="RevokeAccessKey"/> it is the revoked one: a client with it is refused.</summary>
    public string AccessKey
    {
        get
        {
            lock (_tenant.Sync)
            {
                return _credentials.AccessKey;
            }
        }
    }

    /// <summary>
    /// Whether the tenant refuses every call because the caller's IP address is not allowed (<c>GS_APIG_2402</c>, live). Default:
    /// <see langword="false"/>.
    /// </summary>
    public bool RefusesIpAddress
    {
        get
        {
            lock (_tenant.Sync)
            {
                return _credentials.IpRefused;
            }
        }

        set
        {
            lock (_tenant.Sync)
            {
                _credentials.IpRefused = value;
            }
        }
    }

    /// <summary>Replaces the access key. Calls with the old key fail from now on (official).</summary>
    /// <param name="accessKey">The new key. Default: a new random key.</param>
    /// <returns>The new key.</returns>
    public string RotateAccessKey(string? accessKey = null)
    {
        lock (_tenant.Sync)
        {
            return _credentials.UseKey(accessKey ?? _credentials.NewSecret());
        }
    }

    /// <summary>Revokes the access key. Calls with it fail until there is a new key.</summary>
    public void RevokeAccessKey()
    {
        lock (_tenant.Sync)
        {
            _credentials.RevokeKey();
        }
    }

    /// <summary>Adds a machine-to-machine client, which may request tokens, or replaces its secret.</summary>
    /// <param name="clientId">The client id ("OAuth API Key").</param>
    /// <param name="clientSecret">The client secret ("OAuth API Secret").</param>
    public void AddClient(string clientId, string clientSecret)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(clientId);
        ArgumentException.ThrowIfNullOrWhiteSpace(clientSecret);
        lock (_tenant.Sync)
        {
            _credentials.AddClient(clientId, clientSecret);
        }
    }

    /// <summary>Removes a machine-to-machine client. Its tokens stay valid.</summary>
    /// <param name="clientId">The client id.</param>
    public void RemoveClient(string clientId)
    {
        lock (_tenant.Sync)
        {
            _credentials.RemoveClient(clientId);
        }
    }

    /// <summary>Expires all tokens.</summary>
    public void ExpireTokens()
    {
        lock (_tenant.Sync)
        {
            _credentials.ExpireTokens();
        }
    }
}
