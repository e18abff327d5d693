namespace Gainsight.Client.Emulator;

/// <summary>
/// A Gainsight Customer Success (NXT) tenant in memory: strict where Gainsight is documented to be strict, switchable
/// where the documentation is silent, with faults on demand. Thread-safe; its requests are served one at a time.
/// </summary>
/// <example>
/// <code>
/// using var emulator = new GainsightEmulator();
/// using var http = new HttpClient(emulator.CreateHandler()) { BaseAddress = emulator.BaseAddress };
/// http.DefaultRequestHeaders.Add("Accesskey", emulator.AccessKey);
/// </code>
/// </example>
public sealed partial class GainsightEmulator : IDisposable
{
    private static int _count;

    private readonly TenantData _tenant;
    private readonly CredentialStore _credentials;
    private bool _disposed;

    /// <summary>Makes a tenant with the default data: users, Company, a custom object of every data type, no companies.</summary>
    /// <param name="options">How it starts out; the defaults if left out.</param>
    public GainsightEmulator(GainsightEmulatorOptions? options = null)
    {
        options ??= new GainsightEmulatorOptions();
        var host = options.Host ?? FormattableString.Invariant($"emulator-{Interlocked.Increment(ref _count)}.gainsightcloud.com");
        BaseAddress = new UriBuilder(Uri.UriSchemeHttps, host).Uri;
        var seed = new SeededRandom(unchecked((ulong)options.Seed));
        _tenant = new TenantData(new TenantClock(options.TimeProvider) { Offset = options.ClockOffset }, new SeededRandom(seed.Next()));
        _credentials = new CredentialStore(options.AccessKey, new SeededRandom(seed.Next()));
        Faults = new FaultPlan(new SeededRandom(seed.Next()));
        Pipeline = new RequestPipeline(_tenant, _credentials, new SeededRandom(seed.Next()))
        {
            Switches = Switches,
            Limits = Limits,
            Faults = Faults,
            Log = Requests,
        };
        DefaultTenant.Fill(_tenant);
    }

    /// <summary>The address of the tenant: https, and a host that does not exist outside the handler.</summary>
    public Uri BaseAddress { get; }

    /// <summary>What the documentation leaves open.</summary>
    public EmulatorSwitches Switches { get; } = new();

    /// <summary>Sizes and quotas.</summary>
    public EmulatorLimits Limits { get; } = new();

    /// <summary>The faults that wait for requests.</summary>
    public FaultPlan Faults { get; }

    /// <summary>What was asked and what became of it.</summary>
    public RequestLog Requests { get; } = new();

    /// <summary>The tenant's clock against the time provider: more than zero is fast. May be changed at any time.</summary>
    public TimeSpan ClockOffset
    {
        get => _tenant.Clock.Offset;
        set => _tenant.Clock.Offset = value;
    }

    internal RequestPipeline Pipeline { get; }

    /// <summary>Makes a handler that serves the tenant in process. There may be several; disposing one does nothing to the tenant.</summary>
    /// <returns>A handler for <see cref="HttpClient"/>.</returns>
    /// <exception cref="ObjectDisposedException">The emulator is disposed.</exception>
    public HttpMessageHandler CreateHandler()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return new EmulatorHandler(Pipeline);
    }

    /// <summary>An object of the tenant.</summary>
    /// <param name="name">Its API name in any case, such as <c>Company</c> or <c>Asset__gc</c>.</param>
    /// <returns>The object.</returns>
    /// <exception cref="KeyNotFoundException">There is no such object.</exception>
    public EmulatedObject Object(string name)
    {
        lock (_tenant.Sync)
        {
            return _tenant.Find(name) ?? throw new KeyNotFoundException($"The tenant has no object {name}.");
        }
    }

    /// <summary>Adds a custom object with the system fields and <c>Name</c>.</summary>
    /// <param name="name">The API name, ending in <c>__gc</c>.</param>
    /// <param name="label">The display name; the API name if left out.</param>
    /// <returns>The object.</returns>
    /// <exception cref="ArgumentException">The name does not end in <c>__gc</c>, or the tenant has such an object.</exception>
    public EmulatedObject AddCustomObject(string name, string? label = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!name.EndsWith("__gc", StringComparison.Ordinal))
        {
            throw new ArgumentException("The name of a custom object ends in __gc.", nameof(name));
        }

        lock (_tenant.Sync)
        {
            return _tenant.AddCustomObject(name, label ?? name);
        }
    }

    /// <summary>Ends the tenant: it makes no more handlers.</summary>
    public void Dispose() => _disposed = true;
}
