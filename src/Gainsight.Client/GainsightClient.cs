namespace Gainsight.Client;

/// <summary>A client of one Gainsight tenant. Make one and keep it: it is thread-safe, and its quota, connections and token are shared by all callers.</summary>
/// <example>
/// <code>
/// using var gainsight = new GainsightClient(new GainsightClientOptions { Tenant = "acme", Credential = new AccessKeyCredential(key) });
/// WriteReport&lt;Company&gt; report = await gainsight.Companies.UpsertAsync(companies, CompanyFields.Name, cancellationToken);
/// </code>
/// </example>
public partial class GainsightClient : IDisposable
{
    private readonly ClientContext? _context;

    /// <summary>Makes a client without dependency injection.</summary>
    /// <param name="options">Where the tenant is, what to authenticate with, and how to behave.</param>
    /// <exception cref="ArgumentException">The options are not usable; every problem is named in the message.</exception>
    public GainsightClient(GainsightClientOptions options)
        : this(ClientContext.Create(options))
    {
    }

    internal GainsightClient(ClientContext context) => _context = context;

    /// <summary>For mocks: override what the code under test calls.</summary>
    protected GainsightClient()
    {
    }

    /// <summary>What is left of the tenant's quota, as this process sees it. Costs no call.</summary>
    public virtual QuotaSnapshot Quota => Context.Transport.Quota;

    private ClientContext Context => _context ?? throw ClientContext.Missing();

    /// <summary>The rows of any object, by its API name.</summary>
    /// <param name="name">The name as the tenant lists it, such as <c>Asset__gc</c>.</param>
    /// <returns>A client of that object. It costs nothing to make.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or holds characters that no API name has.</exception>
    public virtual ObjectClient Objects(string name)
    {
        CheckName(name);
        return new ObjectClient(Context, name);
    }

    /// <summary>The rows of an object that has a record type of your own, which names the object.</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <returns>A client of that object. It costs nothing to make.</returns>
    /// <exception cref="ArgumentException">The type's <see cref="IGainsightObject.ObjectName"/> is empty or holds characters that no API name has.</exception>
    public virtual ObjectClient<T> Objects<T>()
        where T : GainsightRecord, IGainsightObject, new()
    {
        CheckName(T.ObjectName);
        return new ObjectClient<T>(Context);
    }

    /// <summary>Checks that the tenant answers and accepts the credential, by listing its objects. Costs one call.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="GainsightAuthenticationException">The credential was refused, or the caller's address is not on the allow-list.</exception>
    /// <exception cref="GainsightTransportException">The host was not reached.</exception>
    /// <exception cref="GainsightProtocolException">Something answered that is not a Gainsight tenant, such as a web page.</exception>
    /// <exception cref="GainsightApiException">The tenant, or a web server in its place, answered with another failure.</exception>
    /// <exception cref="GainsightQuotaExceededException">The quota is used up for longer than <see cref="QuotaOptions.MaxQueueWait"/>.</exception>
    public virtual async Task<ConnectionReport> CheckConnectionAsync(CancellationToken cancellationToken = default)
    {
        var time = Context.Transport.TimeProvider;
        var started = time.GetTimestamp();
        var objects = await Context.Metadata.CountObjectsAsync(cancellationToken).ConfigureAwait(false);
        return new ConnectionReport { BaseAddress = Context.Transport.BaseAddress, ObjectCount = objects, Elapsed = time.GetElapsedTime(started) };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the connections.</summary>
    /// <param name="disposing">True when called from <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _context?.Transport.Dispose();
        }
    }

    private static void CheckName(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_'))
        {
            throw new ArgumentException(
                "An object's API name has only letters, digits and underscores, such as Asset__gc; this looks like its label. Gainsight lists the name under Administration, Data Management.",
                nameof(name));
        }
    }
}
