using System.Data.Common;
using Gainsight.Client.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gainsight.Client.IntegrationTests.Documentation;

#pragma warning disable CA1051, SA1307, IDE1006 // Same names as in the documents. A local variable of the snippet with the same name hides the field.

/// <summary>The variables that the documents use without declaring them.</summary>
public abstract class SnippetContext
{
    /// <summary>A client.</summary>
    protected internal GainsightClient gainsight = null!;

    /// <summary>The caller's token.</summary>
    protected internal CancellationToken cancellationToken;

    /// <summary>An access key.</summary>
    protected internal string key = "key";

    /// <summary>Another access key.</summary>
    protected internal string newKey = "new-key";

    /// <summary>The arguments of a program.</summary>
    protected internal string[] args = [];

    /// <summary>A host's builder.</summary>
    protected internal WebApplicationBuilder builder = null!;

    /// <summary>A container that is being configured.</summary>
    protected internal IServiceCollection services = new ServiceCollection();

    /// <summary>A logger.</summary>
    protected internal ILogger logger = NullLogger.Instance;

    /// <summary>An emulator.</summary>
    protected internal GainsightEmulator emulator = null!;

    /// <summary>A database command.</summary>
    protected internal DbCommand command = null!;

    /// <summary>Rows to write.</summary>
    protected internal Company[] companies = [];

    /// <summary>The GSID of a company.</summary>
    protected internal string companyGsid = "1P02";

    /// <summary>The GSID of a user.</summary>
    protected internal string ownerGsid = "1P01";

    /// <summary>The GSID of a success plan.</summary>
    protected internal string planGsid = "1S02";

    /// <summary>The current day.</summary>
    protected internal DateOnly today = new(2031, 1, 1);

    /// <summary>A CTA.</summary>
    protected internal Cta risk = new();

    /// <summary>The GSID of a CTA.</summary>
    protected internal string cta = "1S01";

    /// <summary>A person.</summary>
    protected internal Person person = new();

    /// <summary>The application's own store.</summary>
    protected internal SnippetStore copy = new();

    /// <summary>A file that does not exist yet.</summary>
    protected internal string path = "";

    /// <summary>GSIDs.</summary>
    protected internal string[] gsids = [];

    /// <summary>Receives progress.</summary>
    protected internal IProgress<WriteProgress>? progress;

    /// <summary>Runs the snippet.</summary>
    /// <returns>A task that ends with it.</returns>
    public abstract Task RunAsync();
}
