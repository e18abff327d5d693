using Gainsight.Client.Emulator;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Fuzz.Clients;

/// <summary>A new tenant with a few rows, always the same, and its client. Waiting takes no time.</summary>
internal sealed class FuzzTenant : IDisposable
{
    public const string ImportJob = "job-1";
    public const string Secret = "secret-5e1f0c";

    /// <summary>A value of a record. Nothing but a record or a record's error may show it.</summary>
    public const string Value = "value-5e1f0c";

    private const int NoLimit = 1_000_000_000;

    /// <summary>The longest that can be set. Shorter delays pass at once, and a time-out must not pass with them.</summary>
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromDays(1);

    private readonly VirtualClock _clock = new VirtualClock { PassesUpTo = AttemptTimeout - TimeSpan.FromSeconds(1) }.StartJumping();

    public FuzzTenant(Func<HttpMessageHandler, HttpMessageHandler>? wrap = null)
    {
        Emulator = new GainsightEmulator(new GainsightEmulatorOptions { TimeProvider = _clock, Host = "fuzz.gainsightcloud.com", AccessKey = Secret });
        Company = Emulator.Object("Company").Insert(("Name", "Larch Mills"), ("Summary", Value));
        Other = Emulator.Object("Company").Insert(("Name", "Birch Works"), ("Stage", "Launched"));
        Owner = Emulator.Object("gsuser").Rows.First(row => (string?)row["FirstName"] == "Rhea").Gsid;
        Emulator.AddImportJob(new EmulatedImportJob { JobId = ImportJob, Object = "Company" });
        Handler = Emulator.CreateHandler();
        Gainsight = new GainsightClient(Options(new InFlightHandler(_clock, wrap?.Invoke(Handler) ?? Handler)));
    }

    public GainsightEmulator Emulator { get; }

    public GainsightClient Gainsight { get; }

    public HttpMessageHandler Handler { get; }

    public string Company { get; }

    public string Other { get; }

    public string Owner { get; }

    public void Dispose()
    {
        Gainsight.Dispose();
        Handler.Dispose();
        Emulator.Dispose();
        _clock.Dispose();
    }

    private GainsightClientOptions Options(HttpMessageHandler handler)
    {
        var options = new GainsightClientOptions
        {
            BaseAddress = Emulator.BaseAddress,
            Credential = new AccessKeyCredential(Secret),
            TimeProvider = _clock,
            PrimaryHandler = handler,
            AttemptTimeout = AttemptTimeout,
        };
        foreach (var window in options.Quota.Buckets.Values.SelectMany(windows => windows).Select(window => window.Name).ToList())
        {
            options.Quota.SetLimit(window, NoLimit);
        }

        return options;
    }
}
