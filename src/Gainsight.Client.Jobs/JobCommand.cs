using System.CommandLine;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Quartz;

namespace Gainsight.Client;

/// <summary>The command line of an application with jobs.</summary>
/// <param name="host">The host, which only <c>serve</c> starts.</param>
/// <param name="output">Where answers go.</param>
/// <param name="errors">Where the reasons go why a command cannot be done.</param>
/// <param name="terminal">Where questions are answered, or null when nobody is there.</param>
internal sealed class JobCommand(IHost host, TextWriter output, TextWriter errors, TextReader? terminal)
{
    private readonly JobPlan _plan = host.Services.GetService<JobPlan>()
        ?? throw new InvalidOperationException("The host has no jobs. Call builder.AddGainsightJobs(args).");

    private IConfiguration Configuration => host.Services.GetRequiredService<IConfiguration>();

    private JobRunner Runner => host.Services.GetRequiredService<JobRunner>();

    private GainsightClient Gainsight => host.Services.GetService<GainsightClient>()
        ?? throw new InvalidOperationException("The host has no Gainsight client. Call builder.AddGainsightClient.");

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var serve = new Command("serve", "Runs the jobs on their schedules, until Ctrl-C.");
        var root = Create(serve);
        if (_plan.Words.FirstOrDefault(word => word.StartsWith("--", StringComparison.Ordinal) && word is not ("--yes" or "--help" or "--version")) is { } wrong)
        {
            await errors.WriteLineAsync($"{wrong} has no value. Write {wrong}=value.").ConfigureAwait(false);
            return 1;
        }

        var parsed = root.Parse(_plan.Words);
        return await parsed.InvokeAsync(
            new InvocationConfiguration
            {
                Output = output,
                Error = errors,

                // A host stops by itself. Other commands have as long to end as it has by default.
                ProcessTerminationTimeout = parsed.CommandResult.Command == serve ? null : TimeSpan.FromSeconds(30),
            },
            cancellationToken).ConfigureAwait(false);
    }

    private RootCommand Create(Command serve)
    {
        var yes = new Option<bool>("--yes") { Description = "Answers the question before jobs that may write to the tenant.", Recursive = true };
        var jobs = new Argument<string[]>("JOB") { Description = "The jobs, in any case. Default: all.", Arity = ArgumentArity.ZeroOrMore };
        var name = new Argument<string>("OBJECT") { Description = "The API name of an object, such as Company." };
        SetAction(serve, async (parsed, stop) =>
        {
            if (!await MayWriteAsync(parsed.GetValue(yes)).ConfigureAwait(false))
            {
                return 1;
            }

            // Opens the folder, so that a host without one does not start.
            _ = Runner;
            return await ServeAsync(stop).ConfigureAwait(false);
        });

        var run = new Command("run", "Runs jobs now, without schedules.") { jobs };
        SetAction(run, async (parsed, stop) =>
        {
            if (!await MayWriteAsync(parsed.GetValue(yes)).ConfigureAwait(false))
            {
                return 1;
            }

            var names = parsed.GetValue(jobs) is { Length: > 0 } given ? given : [.. Runner.Jobs];
            return await ShowAsync(await Runner.RunAsync(names, stop).ConfigureAwait(false), RunState.Completed).ConfigureAwait(false);
        });

        var status = new Command("status", "Shows the last run of each job. The exit code is 1 if one failed.");
        SetAction(status, (_, _) => ShowAsync([.. Runner.Jobs.Select(Runner.GetStatus)], RunState.Completed, RunState.Running, RunState.NeverRan));

        var connect = new Command("connect", "Checks the address and the access key, and saves them for later commands and for hosts that run.");
        SetAction(connect, async (_, stop) =>
        {
            await ConnectAsync(stop).ConfigureAwait(false);
            return 0;
        });

        var objects = new Command("objects", "Lists the objects of the tenant.");
        SetAction(objects, async (_, stop) =>
            await WriteAsync(await Gainsight.Metadata.ListObjectsAsync(stop).ConfigureAwait(false)).ConfigureAwait(false));

        var fields = new Command("fields", "Lists the fields of an object.") { name };
        SetAction(fields, async (parsed, stop) => await ShowFieldsAsync(parsed.GetRequiredValue(name), stop).ConfigureAwait(false));

        return new("Runs jobs on Gainsight data. --Name=value overrides a setting, such as --Jobs:companies:Object=Company.")
        {
            serve, run, status, connect, objects, fields, yes,
        };
    }

    /// <summary>Gives a command its work. What goes wrong outside a job ends it with words.</summary>
    private void SetAction(Command command, Func<ParseResult, CancellationToken, Task<int>> work) => command.SetAction(async (parsed, stop) =>
    {
        try
        {
            if (command.Name != "connect" && host.Services.GetRequiredService<SavedConnection>().Problem is { } damage)
            {
                throw new InvalidDataException(damage);
            }

            return await work(parsed, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await errors.WriteLineAsync("Stopped. The next run goes on where this one saved.").ConfigureAwait(false);
            return 1;
        }
        catch (Exception failure) when (failure is GainsightException or JobSettingException or ArgumentException or InvalidOperationException or FormatException
            or InvalidDataException or OptionsValidationException or SchedulerException or DbException || Problem.IsOfFiles(failure))
        {
            var prefix = failure is GainsightAuthenticationException ? "Refused key. " : Problem.IsOfFiles(failure) ? $"{JobSettings.Folder}: " : string.Empty;
            await errors.WriteLineAsync(prefix + Problem.TextOf(failure)).ConfigureAwait(false);
            return 1;
        }
    });

    /// <summary>Runs the host. What hinders its start, such as an address that is taken or a database that is away, is told in one line.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Parts of the host of any kind can fail to start.")]
    private async Task<int> ServeAsync(CancellationToken stop)
    {
        try
        {
            await host.StartAsync(stop).ConfigureAwait(false);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            var cause = failure switch
            {
                SchedulerException => "The schedules cannot be kept, so check the store of Quartz, such as its connection string: ",
                OptionsValidationException or DbException => string.Empty,
                _ => $"Urls is '{Configuration["Urls"]}': ",
            };
            await errors.WriteLineAsync($"The host does not start. {cause}{Problem.TextOf(failure).ReplaceLineEndings(" ")}").ConfigureAwait(false);
            return 1;
        }

        await host.WaitForShutdownAsync(stop).ConfigureAwait(false);
        return 0;
    }

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        var report = await Gainsight.CheckConnectionAsync(cancellationToken).ConfigureAwait(false);
        var text = $"Connected to {report.BaseAddress}: {report.ObjectCount} objects.";
        var isInConnectionString = Configuration.GetSection("ConnectionStrings").GetChildren()
            .Any(connection => connection.Value?.Contains("Endpoint=", StringComparison.OrdinalIgnoreCase) == true);
        if (isInConnectionString || Configuration["Gainsight:AccessKey"] is not { Length: > 0 } key)
        {
            text += " Nothing is saved: the credential is not in the setting Gainsight:AccessKey.";
        }
        else
        {
            // The two settings exclude each other.
            (var setting, var address) = Configuration["Gainsight:Tenant"] is { Length: > 0 } tenant ? ("Tenant", tenant) : ("BaseAddress", report.BaseAddress.OriginalString);
            var saved = host.Services.GetRequiredService<SavedConnection>();
            await saved.SaveAsync(setting, address, key, cancellationToken).ConfigureAwait(false);
            text += " The address and the key are saved.";
            if (saved.EnvironmentKey is { Length: > 0 } other && other != key)
            {
                text += " The environment has another key, which comes before the saved one: remove it there.";
            }
        }

        await output.WriteLineAsync(text).ConfigureAwait(false);
    }

    /// <summary>Asks before jobs may write to a tenant. Without a terminal the answer is no.</summary>
    private async Task<bool> MayWriteAsync(bool isAnswered)
    {
        var options = host.Services.GetRequiredService<IOptionsMonitor<GainsightClientOptions>>();
        if (isAnswered || (host.Services.GetService<GainsightClient>() is not null && options.CurrentValue.ReadOnly))
        {
            return true;
        }

        var tenant = Configuration["Gainsight:BaseAddress"] ?? Configuration["Gainsight:Tenant"] ?? "the tenant";
        await errors.WriteLineAsync($"The jobs may write to {tenant}. " + (terminal is null ? "There is no terminal to ask on: add --yes." : "Go ahead? (y/N)"))
            .ConfigureAwait(false);
        return terminal is not null && (await terminal.ReadLineAsync().ConfigureAwait(false))?.Trim().ToUpperInvariant() is "Y" or "YES";
    }

    private async Task<int> ShowAsync(RunStatus[] jobs, params RunState[] good)
    {
        if (jobs.Length == 0 && _plan.Problems.Count == 0)
        {
            throw new InvalidOperationException($"The configuration has no jobs. Add a section for each, such as {JobSettings.PathOf("companies")}.");
        }

        var width = jobs.Select(job => job.Job.Length).Append(10).Max() + 2;
        await output.WriteLineAsync($"{"job".PadRight(width)}status       started (UTC)        rows  calls  notes").ConfigureAwait(false);
        foreach (var job in jobs)
        {
            var started = job.Started?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            await output.WriteLineAsync($"{job.Job.PadRight(width)}{job.State,-13}{started,-20}{job.Rows,5}{job.Calls,7}  {string.Join("; ", job.Notes).ReplaceLineEndings(" ")}")
                .ConfigureAwait(false);
        }

        foreach (var problem in _plan.Problems)
        {
            await errors.WriteLineAsync(problem.ReplaceLineEndings(" ")).ConfigureAwait(false);
        }

        return jobs.All(job => good.Contains(job.State)) && _plan.Problems.Count == 0 ? 0 : 1;
    }

    private async Task<int> ShowFieldsAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var description = await JobRunExtensions.DescribeAsync(Gainsight, name, cancellationToken).ConfigureAwait(false);
            return await WriteAsync(description.Fields.Select(static field => $"{field} ({field.DataType})")).ConfigureAwait(false);
        }
        catch (GainsightNotFoundException problem)
        {
            // A name that is like no other has no suggestion.
            throw new ArgumentException($"{problem.Message} The command objects lists the objects of the tenant.", problem);
        }
    }

    private async Task<int> WriteAsync<T>(IEnumerable<T> names)
    {
        await output.WriteLineAsync(string.Join(", ", names)).ConfigureAwait(false);
        return 0;
    }
}
