using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Telemetry;

namespace Gainsight.Client;

/// <summary>The options of a <see cref="GainsightClient"/>: its tenant, its credential, and its behaviour.</summary>
/// <remarks>The options are read once, when the client is built. One exception then names every problem.</remarks>
public sealed class GainsightClientOptions
{
    internal const int DefaultOpportunitiesPerCall = 20;

    /// <summary>The tenant's name, such as <c>acme</c> for <c>https://acme.gainsightcloud.com</c>. Set this or <see cref="BaseAddress"/>, not both.</summary>
    public string? Tenant { get; set; }

    /// <summary>The address of a tenant with a region (<c>https://acme.us2.gainsightcloud.com</c>) or its own domain: scheme and host, no path.</summary>
    /// <remarks>Only <c>https</c>. Plain <c>http</c> is accepted for a loopback address, so that the emulator works, and with <see cref="AllowPlainHttp"/>.</remarks>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// Whether <see cref="BaseAddress"/> may use plain <c>http</c> for a host that is not this machine, such as the emulator in another container
    /// (<c>http://gainsight-emulator:5099</c>). Keys and records are then sent unencrypted, and each client logs a warning. Never set it for a real
    /// tenant; it has no effect for hosts of <c>gainsightcloud.com</c>. Default: false.
    /// </summary>
    public bool AllowPlainHttp { get; set; }

    /// <summary>The credential: an <see cref="AccessKeyCredential"/> or a <see cref="ClientCredentialsCredential"/>.</summary>
    public GainsightCredential? Credential { get; set; }

    /// <summary>The tenant's limits, and this process's share of them.</summary>
    public QuotaOptions Quota { get; } = new();

    /// <summary>How failed calls are retried.</summary>
    public RetryOptions Retry { get; } = new();

    /// <summary>The time limit of one attempt, for headers and body together. Waiting for quota does not count. At most one day. Default: 100 seconds.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// The size in bytes of the largest answer that is read, counted after decompression, 1 KB to 2 GB. A larger one fails the call with a
    /// <see cref="GainsightProtocolException"/>, so that a broken server or proxy cannot fill the memory. Files of an export are read as streams
    /// and have no limit. Default: 256 MB.
    /// </summary>
    public int MaxAnswerBytes { get; set; } = 256 * 1024 * 1024;

    /// <summary>How dates without a time are written. Default: <see cref="DateFormat.Iso"/>.</summary>
    public DateFormat DateFormat { get; set; }

    /// <summary>
    /// The time zone in which the tenant reads the times in filters, if it does not read them as UTC. Times are then sent as
    /// <c>yyyy-MM-dd HH:mm:ss</c> in that zone, the format of Gainsight's sample. <see cref="FilterTimeZoneException"/> tells when a
    /// tenant needs this option. The zone of a tenant is undocumented. Default: null, for UTC.
    /// </summary>
    /// <remarks>In the hour that clocks repeat in autumn, such a tenant cannot distinguish two times: a filter may find the rows of both.</remarks>
    public TimeZoneInfo? FilterTimeZone { get; set; }

    /// <summary>How the items of a multi-select field are written. A tenant that expects the other format refuses rows with such items (inferred, unconfirmed). Default: <see cref="MultiSelectFormat.Array"/>.</summary>
    public MultiSelectFormat MultiSelectFormat { get; set; }

    /// <summary>How a call that deletes Timeline activities lists their ids. Change it for a tenant that refuses the default. Default: <see cref="ActivityDeleteFormat.Records"/>.</summary>
    public ActivityDeleteFormat ActivityDeleteFormat { get; set; }

    /// <summary>
    /// The member next to the record of a customer goal that removes links. No source names it; <c>removeAssociation</c> is another reading. An
    /// update that removes links reads the goal back, and is <see cref="RowStatus.Unknown"/> if that does not show that they are gone.
    /// Default: <c>disassociation</c>.
    /// </summary>
    public string CustomerGoalUnlinkMember { get; set; } = "disassociation";

    /// <summary>The largest number of opportunities in one call, 1 to 50. Default: 20, the smallest limit that the documentation, which is incomplete there, can mean.</summary>
    public int OpportunitiesPerCall { get; set; } = DefaultOpportunitiesPerCall;

    /// <summary>
    /// How long descriptions of objects, fields and picklists are kept. When a name or a picklist item is not found in them, the object is described
    /// again at once, at most once a minute. Give a positive time. Default: 15 minutes.
    /// </summary>
    public TimeSpan MetadataLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Routes that replace the built-in ones, by operation name. Every route except that of the token can be replaced. The exception for an unknown name lists the names; <c>docs/wire.md</c> in the package does as well.</summary>
    /// <remarks>
    /// The value is a path, such as <c>/v1/csgoal/external/update</c>, or a verb and a path, such as <c>POST /v1/csgoal/external/update</c>.
    /// Verbs are GET, POST, PUT and DELETE; without one, the verb stays the same. The placeholders stay. The body, the quota bucket, and whether the call may be sent again, never change. Exports are followed by the addresses that Gainsight's answers give.
    /// </remarks>
    public IDictionary<string, string> RouteOverrides { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// Whether the client only reads. Default: false. Every write then throws <see cref="InvalidOperationException"/> before any call:
    /// those of all areas, events, imports, and those of <see cref="GainsightClient.SendAsync"/> with another method than GET and HEAD.
    /// Queries, lists, feeds, exports, metadata and previews work.
    /// </summary>
    public bool ReadOnly { get; set; }

    /// <summary>The handler that sends the requests, such as the emulator's. The client does not dispose it. Default: a <see cref="SocketsHttpHandler"/> of the library.</summary>
    /// <remarks>With dependency injection, configure the primary handler of the <c>IHttpClientBuilder</c> instead.</remarks>
    public HttpMessageHandler? PrimaryHandler { get; set; }

    /// <summary>The clock. Default: <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Creates the client's logger, with the category <c>Gainsight.Client</c>. Default: the container's with dependency injection, otherwise none.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The telemetry of resilience pipelines that the container configures, or null without a container.</summary>
    internal TelemetryOptions? Telemetry { get; set; }

    /// <summary>The client's name in a container, for messages. Empty or null for the client without a name.</summary>
    internal string? ClientName { get; set; }

    /// <summary>The path of the section that configures the client, for messages, or null.</summary>
    internal string? SectionPath { get; set; }

    /// <summary>Whether a registration has configured the options, so that another one can be compared with it.</summary>
    internal bool IsRegistered { get; set; }

    /// <summary>The problems found while reading a configuration, each with the path of the setting.</summary>
    internal IList<string> ConfigurationProblems { get; } = [];

    /// <summary>Builds the pipeline that replaces the built-in retries, or null.</summary>
    internal Action<ResiliencePipelineBuilder<HttpResponseMessage>>? RetryPipeline { get; private set; }

    /// <summary>Replaces the built-in retries, and with them <see cref="Retry"/>, with your own pipeline.</summary>
    /// <param name="configure">
    /// Adds strategies to an empty pipeline whose <see cref="TimeProvider"/> is set. The pipeline gets every attempt's answer with
    /// its body, or a <see cref="GainsightException"/>. It must return one of these answers.
    /// </param>
    /// <remarks>
    /// The pipeline does not decide what may be sent twice: a call that creates something is never sent again when Gainsight may
    /// have carried out an attempt. A pipeline that tries it anyway gets the failure of that attempt again.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    public void ConfigureRetry(Action<ResiliencePipelineBuilder<HttpResponseMessage>> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        RetryPipeline = configure;
    }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">The options cannot be used. The message names every problem with its remedy.</exception>
    [SuppressMessage("Usage", "CA2208", Justification = "The message names the options that cannot be used, so the parameter's name adds nothing.")]
    internal void Validate()
    {
        if (Problem() is { } problem)
        {
            throw new ArgumentException(problem);
        }
    }

    /// <summary>The message with every problem of the options, or null when there is none.</summary>
    internal string? Problem()
    {
        string[] problems = [.. ConfigurationProblems, .. Problems().Select(Describe)];
        var client = string.IsNullOrEmpty(ClientName) ? "The Gainsight client" : $"The Gainsight client '{ClientName}'";
        return problems.Length switch
        {
            0 => null,
            1 => $"{client} cannot be built. {problems[0]}",
            _ => $"{client} cannot be built:{string.Concat(problems.Select(problem => $"\n- {problem}"))}",
        };
    }

    private string Describe(OptionsProblem problem) =>
        string.IsNullOrEmpty(SectionPath) || problem.Setting is null ? problem.Text : $"{SectionPath}:{problem.Setting}: {problem.Text}";

    private IEnumerable<OptionsProblem> Problems()
    {
        if (Credential is null)
        {
            yield return new(
                "Credential is not set. Set AccessKey to the key from Administration, Connectors 2.0, or set ClientId and ClientSecret. In code, set an AccessKeyCredential or a ClientCredentialsCredential.",
                "AccessKey");
        }

        if (AttemptTimeout <= TimeSpan.Zero || AttemptTimeout > TimeSpan.FromDays(1))
        {
            yield return new($"AttemptTimeout is {AttemptTimeout}. Give the longest time that one attempt may take, such as 100 seconds; at most a day.", nameof(AttemptTimeout));
        }

        if (MetadataLifetime <= TimeSpan.Zero)
        {
            yield return new($"MetadataLifetime is {MetadataLifetime}. Give the time for which descriptions of objects are kept, such as 15 minutes.", nameof(MetadataLifetime));
        }

        if (MaxAnswerBytes < 1024)
        {
            yield return new($"MaxAnswerBytes is {MaxAnswerBytes}. Give the size of the largest answer in bytes, at least 1024.", nameof(MaxAnswerBytes));
        }

        if (!EnumValue.Exists((int)DateFormat, (int)DateFormat.MonthDayYear))
        {
            yield return new($"DateFormat is {(int)DateFormat}. Set it to Iso or MonthDayYear.", nameof(DateFormat));
        }

        if (!EnumValue.Exists((int)MultiSelectFormat, (int)MultiSelectFormat.Semicolons))
        {
            yield return new($"MultiSelectFormat is {(int)MultiSelectFormat}. Set it to Array or Semicolons.", nameof(MultiSelectFormat));
        }

        if (!EnumValue.Exists((int)ActivityDeleteFormat, (int)ActivityDeleteFormat.Array))
        {
            yield return new($"ActivityDeleteFormat is {(int)ActivityDeleteFormat}. Set it to Records, ActivityIds or Array.", nameof(ActivityDeleteFormat));
        }

        if (OpportunitiesPerCall is < 1 or > 50)
        {
            yield return new($"OpportunitiesPerCall is {OpportunitiesPerCall}. Give the opportunities of a call, 1 to 50.", nameof(OpportunitiesPerCall));
        }

        var others = HostRules.Problems(this).Select(text => new OptionsProblem(text, Tenant is null && BaseAddress is not null ? nameof(BaseAddress) : nameof(Tenant)))
            .Concat(Retry.Problems())
            .Concat(Quota.Problems())
            .Concat(RouteTable.Problems(RouteOverrides).Select(text => new OptionsProblem(text, nameof(RouteOverrides))))
            .Concat(PrimaryHandler is null ? [] : HostRules.HandlerProblems(PrimaryHandler).Select(text => new OptionsProblem(text)));
        foreach (var problem in others)
        {
            yield return problem;
        }
    }
}
