namespace Gainsight.Client.Emulator;

/// <summary>
/// A Gainsight Customer Success (NXT) tenant in memory. It is strict where the documentation is clear, has switches where the documentation is
/// silent, and fails on demand. Thread-safe; requests are served one at a time.
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
    private readonly EmulatorParts _parts;
    private readonly GainsightEmulatorOptions _options;
    private bool _disposed;

    /// <summary>Creates a tenant with the default data: users, Company, a custom object with every data type, and no companies.</summary>
    /// <param name="options">The settings of the tenant. Default: a new <see cref="GainsightEmulatorOptions"/>.</param>
    public GainsightEmulator(GainsightEmulatorOptions? options = null)
    {
        options ??= new GainsightEmulatorOptions();
        _options = options;
        var host = options.Host ?? FormattableString.Invariant($"emulator-{Interlocked.Increment(ref _count)}.gainsightcloud.com");
        BaseAddress = new UriBuilder(Uri.UriSchemeHttps, host).Uri;
        var random = SeededRandom.Create(options.Seed, 4);
        _tenant = new TenantData(new TenantClock(options.TimeProvider) { Offset = options.ClockOffset }, random[0]) { Id = options.TenantId };
        _credentials = new CredentialStore(options.AccessKey, random[1]);
        Faults = new FaultPlan(random[2]);
        Pipeline = new RequestPipeline(_tenant, _credentials, random[3])
        {
            Switches = Switches,
            Limits = Limits,
            Faults = Faults,
            Log = Requests,
        };
        _parts = new EmulatorParts(_tenant, Pipeline, _credentials, random);
        DefaultTenant.Fill(_tenant);
    }

    /// <summary>The address of the tenant: https, and a host that exists only inside the handler.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The behaviors that the documentation leaves open.</summary>
    public EmulatorSwitches Switches { get; } = new();

    /// <summary>The size limits and quotas.</summary>
    public EmulatorLimits Limits { get; } = new();

    /// <summary>The faults to inject.</summary>
    public FaultPlan Faults { get; }

    /// <summary>The log of all requests and their results.</summary>
    public RequestLog Requests { get; } = new();

    /// <summary>
    /// How far the tenant's clock is ahead of the time provider. Negative values are behind. May be changed at any time. Default: zero.
    /// </summary>
    public TimeSpan ClockOffset
    {
        get => _tenant.Clock.Offset;
        set => _tenant.Clock.Offset = value;
    }

    internal RequestPipeline Pipeline { get; }

    /// <summary>Creates a handler that serves the tenant in process. Several handlers may exist; disposing one does not affect the tenant.</summary>
    /// <returns>A handler for <see cref="HttpClient"/>.</returns>
    /// <exception cref="ObjectDisposedException">The emulator is disposed.</exception>
    public HttpMessageHandler CreateHandler()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return new EmulatorHandler(Pipeline);
    }

    /// <summary>Returns an object of the tenant.</summary>
    /// <param name="name">The API name in any case, such as <c>Company</c> or <c>Asset__gc</c>.</param>
    /// <returns>The object.</returns>
    /// <exception cref="KeyNotFoundException">There is no such object.</exception>
    public EmulatedObject Object(string name)
    {
        lock (_tenant.Sync)
        {
            return _tenant.Find(name) ?? throw new KeyNotFoundException($"The tenant has no object {name}.");
        }
    }

    /// <summary>A snapshot of the objects, in alphabetical order.</summary>
    public IReadOnlyList<EmulatedObject> Objects
    {
        get
        {
            lock (_tenant.Sync)
            {
                return [.. _tenant.Objects.OrderBy(each => each.Name, StringComparer.OrdinalIgnoreCase)];
            }
        }
    }

    /// <summary>Adds a custom object with the system fields and <c>Name</c>.</summary>
    /// <param name="name">The API name, which ends in <c>__gc</c>.</param>
    /// <param name="label">The display name. Default: the API name.</param>
    /// <returns>The object.</returns>
    /// <exception cref="ArgumentException">The name does not end in <c>__gc</c>, or the tenant already has the object.</exception>
    public EmulatedObject AddCustomObject(string name, string? label = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!name.EndsWith("__gc", StringComparison.Ordinal))
        {
            throw new ArgumentException("The name of a custom object must end in __gc.", nameof(name));
        }

        lock (_tenant.Sync)
        {
            return _tenant.AddCustomObject(name, label ?? name);
        }
    }

    /// <summary>Ends the tenant: no more handlers can be created.</summary>
    public void Dispose() => _disposed = true;
}
