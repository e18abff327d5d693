using System.CommandLine;
using System.Net;
using System.Reflection;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>The command <c>gainsight doctor</c>: what is wrong with the connection, and what this tenant does where the documentation is silent.</summary>
internal static class DoctorCommand
{
    // Besides the calls of the client: a token, and its renewal.
    private const int TokenCalls = 2;

    private const string Notes = """
        It only reads, with at most 60 calls, unless you name the tenant twice: --write
        and --confirm let it write up to 8 companies with names like
        'gainsight-doctor 1f0c…', which it deletes again, with at most 70 more calls.

        Examples:
          gainsight doctor --profile acme
          gainsight doctor --profile acme --report report.md
          gainsight doctor --json > facts.json
          gainsight doctor --write acme.gainsightcloud.com \
            --confirm acme.gainsightcloud.com

        The report has no names, values, addresses, ids or keys of the tenant. Share it
        to correct what the library knows.

        Exit codes: 0 all as expected, 1 cannot connect or the tenant stopped
        answering, 2 something differs or is left, 3 wrong arguments or settings.
        """;

    /// <summary>Creates the command.</summary>
    /// <param name="host">The surroundings.</param>
    /// <returns>The command.</returns>
    public static Command Create(ToolHost host)
    {
        var tenant = new TenantArguments();
        var report = new Option<string?>("--report") { HelpName = "FILE", Description = "Writes the shareable report to a file, as Markdown." };
        var json = new Option<bool>("--json") { Description = "Prints the report as JSON instead of tables." };
        var write = Naming("--write", "The host of the tenant. Temporary companies are written and deleted again.");
        var confirm = Naming("--confirm", "The same host once more.");
        var command = new NotedCommand("doctor", "Checks the connection, and what the tenant does where Gainsight's documentation is silent.", Notes) { report, json, write, confirm };
        tenant.AddTo(command);
        command.Run(host, (parsed, cancellationToken) => RunAsync(
            host,
            (configure, handler) => tenant.Connect(parsed, host, configure, handler),
            (options, isReadOnly) => TrialRun.IsWanted(parsed.GetValue(write), parsed.GetValue(confirm), options.BaseAddress!, isReadOnly),
            parsed.GetValue(report),
            parsed.GetValue(json),
            cancellationToken));
        return command;
    }

    /// <summary>An option whose missing value gets words of ours.</summary>
    private static Option<string?> Naming(string name, string description) => new(name)
    {
        HelpName = "HOST",
        Description = description,
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = static result => result.Tokens.Count == 0 ? "" : result.Tokens[0].Value,
    };

    private static async Task<int> RunAsync(
        ToolHost host,
        Func<Action<GainsightClientOptions>, Func<DelegatingHandler>, TenantConnection> connect,
        Func<GainsightClientOptions, bool, bool> writes,
        string? report,
        bool json,
        CancellationToken cancellationToken)
    {
        if (report is not null)
        {
            // Before calls are spent on a report that cannot be written.
            await AtomicFile.Create(report).DisposeAsync().ConfigureAwait(false);
        }

        var record = new CallRecord();
        var isReadOnly = false;
        using var connection = connect(
            options =>
            {
                isReadOnly = options.ReadOnly;
                Configure(options, Examination.MaxCalls);
            },
            () => new ReadingHandler(record, host.Time));
        var mayWrite = writes(connection.Options, isReadOnly);
        var examination = new Examination(connection.Client, connection.Options, record);
        await ConnectAsync(examination, cancellationToken).ConfigureAwait(false);
        await host.TellAsync("The tenant answers and accepts the key.").ConfigureAwait(false);
        var run = new DoctorRun(examination, _ => { });
        var examined = await run.RunAsync(AllFacts.Create(host.Time.GetUtcNow()), cancellationToken).ConfigureAwait(false);
        if (mayWrite && examined.StoppedBy is null)
        {
            examined = examined.With(await TrialRun.RunAsync(
                host, handler => connect(options => Configure(options, TrialRun.MaxCalls), handler), cancellationToken).ConfigureAwait(false));
        }

        if (json)
        {
            await host.Output.WriteLineAsync(ReportText.Json(examined, Version)).ConfigureAwait(false);
        }
        else
        {
            Screen.Write(host, examined);
        }

        if (report is not null)
        {
            await AtomicFile.WriteAsync(report, ReportText.Markdown(examined, Version), cancellationToken).ConfigureAwait(false);
            await host.TellAsync($"The report is in {report}.").ConfigureAwait(false);
        }

        if (examined.StoppedBy is { } reason)
        {
            await host.TellAsync($"Stopped before the end. {reason}").ConfigureAwait(false);
            return ExitCode.Failure;
        }

        return examined.Differing.Any() || examined.Trial?.Advice is not null ? ExitCode.Differs : ExitCode.Success;
    }

    private static string Version =>
        typeof(DoctorCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    private static async Task ConnectAsync(Examination tenant, CancellationToken cancellationToken)
    {
        try
        {
            try
            {
                // A key that may not list objects can be good for other calls.
                _ = await tenant.GetAsync(Routes.ObjectList, cancellationToken).ConfigureAwait(false);
            }
            catch (GainsightAuthenticationException exception) when (exception.StatusCode == HttpStatusCode.Forbidden)
            {
                if ((await tenant.QueryAsync("GsUser", new Query("Gsid") { Limit = 1 }, cancellationToken).ConfigureAwait(false)).Rows is null)
                {
                    throw;
                }
            }

            // Both routes being refused is the tenant's answer too, if it is Gainsight's.
            if (await tenant.ObjectsAsync(cancellationToken).ConfigureAwait(false) is null && tenant.Record.Last is { } last && !IsEnvelope(last))
            {
                throw new ToolException(
                    $"The address answers with {(int)last.Status}, but not as Gainsight does. Check the address: this may not be a Gainsight tenant, or a proxy or a sign-in page answers in its place.", ExitCode.Failure);
            }
        }
        catch (GainsightProtocolException exception)
        {
            throw new ToolException(
                $"{exception.Message} Check the address: this may not be a Gainsight tenant, or a proxy or a sign-in page answers in its place.", ExitCode.Failure);
        }
        catch (GainsightTransportException exception) when (exception.IsTimeout)
        {
            throw new ToolException($"{exception.Message} The tenant, or the network to it, is very slow.", ExitCode.Failure);
        }
        catch (GainsightAuthenticationException exception)
        {
            throw new ToolException($"{FailureText.Of(exception)} Check the key, and whether the connection in Gainsight has an allow-list of addresses.", ExitCode.Failure);
        }
    }

    /// <summary>Whether a body is Gainsight's envelope, whose form all answers share.</summary>
    private static bool IsEnvelope(Exchange exchange)
    {
        var text = System.Text.Encoding.UTF8.GetString(exchange.Body);
        return text.Contains("\"result\"", StringComparison.Ordinal) && text.Contains("\"requestId\"", StringComparison.Ordinal);
    }

    private static void Configure(GainsightClientOptions options, int maxCalls)
    {
        // The handler refuses what does not read. The client would refuse queries of ours too.
        options.ReadOnly = false;
        options.Quota.MaxCalls = maxCalls - (options.Credential is ClientCredentialsCredential ? TokenCalls : 0);
        options.Quota.MaxQueueWait = Min(options.Quota.MaxQueueWait, TimeSpan.FromMinutes(2));
        options.AttemptTimeout = Min(options.AttemptTimeout, TimeSpan.FromSeconds(30));
        options.Retry.MaxRetries = Math.Min(options.Retry.MaxRetries, 1);
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
