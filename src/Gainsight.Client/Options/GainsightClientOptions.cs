using Microsoft.Extensions.Logging;
using Polly;

namespace Gainsight.Client;

/// <summary>How a <see cref="GainsightClient"/> reaches its tenant, and how it behaves on the way.</summary>
/// <remarks>Read once, when the client is built; every problem is then named in one message.</remarks>
public sealed class GainsightClientOptions
{
    internal const int DefaultOpportunityBatchSize = 20;

    /// <summary>The tenant's name, such as <c>acme</c> for <c>https://acme.gainsightcloud.com</c>. Give this or <see cref="BaseAddress"/>, not both.</summary>
    public string? Tenant { get; set; }

    /// <summary>The tenant's address when it has a region (<c>https://acme.us2.gainsightcloud.com</c>) or a domain of its own: scheme and host, no path.</summary>
    /// <remarks><c>https</c> only; plain <c>http</c> is accepted for a loopback address, so that the emulator works.</remarks>
    public Uri? BaseAddress { get; set; }

    /// <summary>What the client authenticates with: an <see cref="AccessKeyCredential"/> or a <see cref="ClientCredentialsCredential"/>.</summary>
    public GainsightCredential? Credential { get; set; }

    /// <summary>The tenant's limits, and this process's share of them.</summary>
    public QuotaOptions Quota { get; } = new();

    /// <summary>How failed calls are sent again.</summary>
    public RetryOptions Retry { get; } = new();

    /// <summary>How long one attempt may take, headers and body together; waiting for quota is not part of it. 100 seconds unless set.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>How dates without a time are written.</summary>
    public DateFormat DateFormat { get; set; }

    /// <summary>
    /// The zone in which the tenant reads the times in filters, when it does not read them as the UTC times that they say they are; null, for
    /// UTC, unless set. <see cref="FilterTimeZoneException"/> tells when a tenant needs it. Times are then sent as <c>yyyy-MM-dd HH:mm:ss</c>
    /// of that zone, the form of Gainsight's sample. In which zone a tenant compares is undocumented.
    /// </summary>
    /// <remarks>In the hour that clocks repeat in autumn, such a tenant cannot tell two times apart: a filter may find the rows of either.</remarks>
    public TimeZoneInfo? FilterTimeZone { get; set; }

    /// <summary>How the items of a multi-select field are written. A tenant that takes the other form refuses rows with such items (inferred, unconfirmed).</summary>
    public MultiSelectFormat MultiSelectFormat { get; set; }

    /// <summary>How deletes of Timeline activities name them, for tenants that refuse the likeliest form.</summary>
    public ActivityDeleteFormat ActivityDeleteFormat { get; set; }

    /// <summary>The most opportunities that a call writes, 1 to 50; 20 unless set, the least that the documentation, which is cut off there, can mean.</summary>
    public int OpportunityBatchSize { get; set; } = DefaultOpportunityBatchSize;

    /// <summary>Routes to use instead of the built-in ones, by operation name. Only those marked inferred or unknown can be replaced: a name that is not among them is refused with the list of them, which also stands in the package, in <c>docs/wire.md</c>.</summary>
    /// <remarks>
    /// A path, such as <c>/v1/csgoal/external/update</c>, or a verb and a path, such as <c>POST /v1/csgoal/external/update</c>: GET, POST, PUT or
    /// DELETE. Without one the verb stays. The body stays in any case, and so does whether the call may be sent again.
    /// </remarks>
    public IDictionary<string, string> RouteOverrides { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The handler that carries the requests, such as the emulator's; a <see cref="SocketsHttpHandler"/> of the library's own unless set. The client does not dispose it.</summary>
    /// <remarks>With dependency injection, configure the primary handler of the <c>IHttpClientBuilder</c> instead.</remarks>
    public HttpMessageHandler? PrimaryHandler { get; set; }

    /// <summary>The clock; <see cref="TimeProvider.System"/> unless set.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where the client logs, under the category <c>Gainsight.Client</c>; nowhere unless set. With dependency injection the container's is used.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>What could not be taken over from configuration.</summary>
    internal IList<string> ConfigurationProblems { get; } = [];

    /// <summary>Builds the pipeline that replaces the built-in retries, or null.</summary>
    internal Action<ResiliencePipelineBuilder<HttpResponseMessage>>? RetryPipeline { get; private set; }

    /// <summary>Replaces the built-in retries, and with them <see cref="Retry"/>, by a pipeline of the caller's own.</summary>
    /// <param name="configure">
    /// Adds strategies to a pipeline that is empty but for <see cref="TimeProvider"/>. It sees every attempt's answer, body
    /// included, or a <see cref="GainsightException"/>; it must return one of the answers it was given.
    /// </param>
    /// <remarks>
    /// What may be sent twice is not the pipeline's to decide: a call that creates something is never sent again once an attempt
    /// may have been carried out. A pipeline that tries all the same gets the failure it already had.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    public void ConfigureRetry(Action<ResiliencePipelineBuilder<HttpResponseMessage>> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        RetryPipeline = configure;
    }
}
