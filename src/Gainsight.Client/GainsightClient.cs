namespace Gainsight.Client;

/// <summary>A client of one Gainsight tenant. It is thread-safe. Create one and keep it: all callers share its quota, connections and token.</summary>
/// <example>
/// <code>
/// using var gainsight = new GainsightClient(new GainsightClientOptions { Tenant = "acme", Credential = new AccessKeyCredential(key) });
/// WriteReport&lt;Company&gt; report = await gainsight.Companies.UpsertAsync(companies, CompanyFields.Name, cancellationToken);
/// </code>
/// </example>
public partial class GainsightClient : IDisposable, IAsyncDisposable
{
    private readonly ClientContext? _context;

    /// <summary>Creates a client without dependency injection.</summary>
    /// <param name="options">The tenant, the credential, and the behaviour of the client.</param>
    /// <exception cref="ArgumentException">The options cannot be used. The message names every problem.</exception>
    public GainsightClient(GainsightClientOptions options)
        : this(ClientContext.Create(options))
    {
    }

    internal GainsightClient(ClientContext context) => _context = context;

    /// <summary>Creates a mock. Override the members that the code under test calls.</summary>
    protected GainsightClient()
    {
    }

    /// <summary>The remaining quota of the tenant, as this process sees it. This costs no call.</summary>
    public virtual QuotaSnapshot Quota => Context.Transport.Quota;

    /// <summary>What the last calls of this client say about its connection. This costs no call; <see cref="CheckConnectionAsync"/> makes one.</summary>
    public virtual ConnectionStatus Connection => Context.Transport.Connection;

    /// <summary>Companies.</summary>
    public virtual CompanyClient Companies => Once(ref field, static context => new(context));

    /// <summary>Relationships.</summary>
    public virtual RelationshipClient Relationships => Once(ref field, static context => new(context));

    /// <summary>People, together with their links to companies and relationships.</summary>
    public virtual PersonClient People => Once(ref field, static context => new(context));

    /// <summary>The links between people and companies, as rows.</summary>
    public virtual CompanyPersonClient CompanyPeople => Once(ref field, static context => new(context));

    /// <summary>The links between people and relationships, as rows.</summary>
    public virtual RelationshipPersonClient RelationshipPeople => Once(ref field, static context => new(context));

    /// <summary>Calls to action, including the objectives of success plans.</summary>
    public virtual CtaClient Ctas => Once(ref field, static context => new(context));

    /// <summary>Tasks of CTAs.</summary>
    public virtual CsTaskClient Tasks => Once(ref field, static context => new(context));

    /// <summary>Success plans.</summary>
    public virtual SuccessPlanClient SuccessPlans => Once(ref field, static context => new(context));

    /// <summary>Customer goals.</summary>
    public virtual CustomerGoalClient CustomerGoals => Once(ref field, static context => new(context));

    /// <summary>The activities of the Timeline: meetings, calls, e-mails, notes.</summary>
    public virtual TimelineClient Timeline => Once(ref field, static context => new(context));

    /// <summary>The users of the tenant: reads, inserts, updates, and activation.</summary>
    public virtual UserClient Users => Once(ref field, static context => new(context));

    /// <summary>Opportunities of Renewal Center. Experimental: Gainsight's documentation names the calls, but not their paths.</summary>
    public virtual OpportunityClient Opportunities => Once(ref field, static context => new(context));

    /// <summary>Publishes events to the Events Framework.</summary>
    public virtual EventClient Events => Once(ref field, static context => new(context));

    /// <summary>Bulk export and bulk import: many rows in few calls.</summary>
    public virtual BulkClient Bulk => Once(ref field, static context => new(context));

    /// <summary>Changed and deleted rows of any object since a checkpoint.</summary>
    public virtual ChangesClient Changes => Once(ref field, static context => new(context));

    /// <summary>The tenant's objects, their fields and picklists.</summary>
    public virtual MetadataClient Metadata => Once(ref field, static context => new(context));

    private ClientContext Context => _context ?? throw ClientContext.Missing();

    /// <summary>Gets a client for the rows of any object, by its API name.</summary>
    /// <param name="name">The object's API name, such as <c>Asset__gc</c>.</param>
    /// <returns>A client of that object. Creating it costs no call.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or has characters that no API name has.</exception>
    public virtual ObjectClient Objects(string name)
    {
        CheckName(name);
        return new ObjectClient(Context, name);
    }

    /// <summary>Gets a client for the rows of an object with its own record type.</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <returns>A client of that object. Creating it costs no call.</returns>
    /// <exception cref="ArgumentException">The type's <see cref="IGainsightObject.ObjectName"/> is empty or has characters that no API name has.</exception>
    public virtual ObjectClient<T> Objects<T>()
        where T : GainsightRecord, IGainsightObject, new()
    {
        CheckName(T.ObjectName);
        return new ObjectClient<T>(Context);
    }

    /// <summary>Checks that the tenant answers and accepts the credential, by listing its objects. This costs one call.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The address, the number of objects and the duration.</returns>
    /// <exception cref="GainsightAuthenticationException">The credential was refused, or the caller's address is not on the allow-list.</exception>
    /// <exception cref="GainsightTransportException">The host could not be reached.</exception>
    /// <exception cref="GainsightProtocolException">The answer is not from a Gainsight tenant, such as a web page.</exception>
    /// <exception cref="GainsightApiException">The tenant, or a web server in its place, answered with another failure.</exception>
    /// <exception cref="GainsightQuotaExceededException">The quota is used up for longer than <see cref="QuotaOptions.MaxQueueWait"/>.</exception>
    public virtual async Task<ConnectionReport> CheckConnectionAsync(CancellationToken cancellationToken = default)
    {
        var time = Context.Transport.TimeProvider;
        var started = time.GetTimestamp();
        var objects = await Context.Metadata.CountObjectsAsync(cancellationToken).ConfigureAwait(false);
        return new ConnectionReport { BaseAddress = Context.Transport.BaseAddress, ObjectCount = objects, Elapsed = time.GetElapsedTime(started) };
    }

    /// <summary>Closes the connections. Permits of a <see cref="QuotaOptions.Store"/> are given back, but this does not wait for it: a process that ends at once can lose them until their window ends.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connections, and waits until the permits of a <see cref="QuotaOptions.Store"/> are given back, but no longer than 5 seconds.</summary>
    /// <returns>A task that ends then. It does not fail when the store is away.</returns>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        await (_context?.Transport.GivenBack ?? Task.CompletedTask).ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connections.</summary>
    /// <param name="disposing">True when called from <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _context?.Transport.Dispose();
        }
    }

    /// <summary>Creates an area once, because some areas keep state.</summary>
    private TArea Once<TArea>(ref TArea? area, Func<ClientContext, TArea> make)
        where TArea : class =>
        Volatile.Read(ref area) ?? Interlocked.CompareExchange(ref area, make(Context), null) ?? area;

    private static void CheckName(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_'))
        {
            throw new ArgumentException(
                "An object's API name has only letters, digits and underscores, such as Asset__gc. This value looks like a label. Gainsight shows the API name under Administration, Data Management.",
                nameof(name));
        }
    }
}
