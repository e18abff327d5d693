using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gainsight.Client;

/// <summary>What all areas of one client share.</summary>
internal sealed class ClientContext
{
    private static long _moment;

    private readonly ConcurrentDictionary<string, LearntObject> _learnt = new(StringComparer.OrdinalIgnoreCase);
    private readonly TimeSpan _metadataLifetime;
    private MetadataCatalogue? _metadata;

    private ClientContext(Transport transport, WireFormat format, ILogger logger, TimeSpan metadataLifetime)
    {
        _metadataLifetime = metadataLifetime;
        Transport = transport;
        Format = format;
        Logger = logger;
        transport.LoadObjects = token => Metadata.LoadObjectsAsync(token);
        transport.SuggestObjects = name => Metadata.Suggest(name);
    }

    public Transport Transport { get; }

    public WireFormat Format { get; }

    public ILogger Logger { get; }

    /// <summary>What is known of the tenant's page sizes.</summary>
    public PageSizes PageSizes { get; } = new();

    /// <summary>The names of fields in the answers to queries.</summary>
    public LearntNames Names { get; } = new();

    /// <summary>The maximum number of opportunities that one call writes.</summary>
    public int OpportunitiesPerCall { get; private init; }

    /// <summary>Whether an answer has listed rows in another order than they were sent, so that a position says nothing of a row. False as documented.</summary>
    public bool ShufflesAnswers { get; set; }

    /// <summary>What is known of the tenant's objects. Created on first use, because many clients never ask.</summary>
    public MetadataCatalogue Metadata => _metadata ?? LazyInitializer.EnsureInitialized(ref _metadata, () => new MetadataCatalogue(Transport, _metadataLifetime));

    /// <summary>The catalogue if it was used before. Otherwise nothing is known of the tenant's objects yet.</summary>
    public MetadataCatalogue? KnownMetadata => Volatile.Read(ref _metadata);

    /// <summary>What calls learnt of an object.</summary>
    public LearntObject Learnt(string objectName) => _learnt.GetOrAdd(objectName, static _ => new());

    /// <summary>A number greater than all before it in this process. It tells which of two events came first, where a clock may show the same time for both.</summary>
    public static long NextMoment() => Interlocked.Increment(ref _moment);

    /// <summary>The exception of a client without a context: a mock on which a member was called that the mock does not override.</summary>
    public static InvalidOperationException Missing() => new("This client is a mock without a connection. Override the member that was called.");

    /// <summary>Builds the parts of a client around the handler in the options, or around a new one.</summary>
    /// <exception cref="ArgumentException">The options are invalid. The message names every problem.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The transport disposes the handler.")]
    public static ClientContext Create(GainsightClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var baseAddress = HostRules.Resolve(options);
        var loggers = options.LoggerFactory ?? NullLoggerFactory.Instance;
        var handler = options.PrimaryHandler ?? PrimaryHandler.Create();
        var logger = loggers.CreateLogger(Log.Category);
        if (baseAddress.Scheme == Uri.UriSchemeHttp && !baseAddress.IsLoopback)
        {
            Log.PlainHttp(logger, baseAddress.Authority);
        }

        var ledger = LedgerRegistry.Of(options.TimeProvider).Rent(baseAddress.Authority, options.Quota.Store, logger);
        var transport = new Transport(options, baseAddress, handler, disposeInner: options.PrimaryHandler is null, loggers, ledger);
        var format = new WireFormat(options.DateFormat, options.MultiSelectFormat)
        {
            FilterTimeZone = options.FilterTimeZone,
            ActivityDelete = options.ActivityDeleteFormat,
            GoalUnlink = options.CustomerGoalUnlinkMember,
        };
        return new ClientContext(transport, format, logger, options.MetadataLifetime) { OpportunitiesPerCall = options.OpportunitiesPerCall };
    }
}
