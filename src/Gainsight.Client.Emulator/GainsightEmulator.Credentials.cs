namespace Gainsight.Client.Emulator;

public sealed partial class GainsightEmulator
{
    /// <summary>The access key in force, or an empty text once it is revoked.</summary>
    public string AccessKey
    {
        get
        {
            lock (_tenant.Sync)
            {
                return _credentials.AccessKey ?? "";
            }
        }
    }

    /// <summary>
    /// Whether the tenant refuses every call because the caller's address is not on its allow-list (<c>GS_APIG_2402</c>, live).
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

    /// <summary>Replaces the access key; calls with the old one fail from now on (official).</summary>
    /// <param name="accessKey">The new key; one is made up if left out.</param>
    /// <returns>The new key.</returns>
    public string RotateAccessKey(string? accessKey = null)
    {
        lock (_tenant.Sync)
        {
            return _credentials.AccessKey = accessKey ?? _credentials.NewSecret();
        }
    }

    /// <summary>Takes the access key away; calls with it fail until there is a new one.</summary>
    public void RevokeAccessKey()
    {
        lock (_tenant.Sync)
        {
            _credentials.AccessKey = null;
        }
    }

    /// <summary>Adds a machine-to-machine client, which may ask for tokens, or gives it a new secret.</summary>
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

    /// <summary>Removes a machine-to-machine client; its tokens live on.</summary>
    /// <param name="clientId">The client id.</param>
    public void RemoveClient(string clientId)
    {
        lock (_tenant.Sync)
        {
            _credentials.RemoveClient(clientId);
        }
    }

    /// <summary>Ends all tokens that were issued.</summary>
    public void ExpireTokens()
    {
        lock (_tenant.Sync)
        {
            _credentials.ExpireTokens();
        }
    }
}
