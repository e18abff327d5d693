using Gainsight.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Microsoft.Extensions.Hosting;

/// <summary>Adds jobs on Gainsight data to an application, and its command line.</summary>
public static class GainsightJobsHostExtensions
{
    /// <summary>Adds the jobs of the section <c>Jobs</c>: a <see cref="JobRunner"/> of all, and a schedule on Quartz for each.</summary>
    /// <remarks>
    /// <para>
    /// Call it when the configuration is complete: the schedules are read here. A job whose <c>Schedule</c> is no cron expression runs by hand, and the log says so.
    /// What is wrong with a setting fails the runs of its own job, with the path of the setting.
    /// </para>
    /// <para>
    /// The folder <c>StateFolder</c> (default: <c>state</c>) has the status of each job and the connection that the command <c>connect</c> saved. Settings of the
    /// command line and of the environment come before the saved connection, and it comes before files. A connection that is saved while the host runs is used at once.
    /// </para>
    /// </remarks>
    /// <param name="builder">The builder of the host. It also needs a client, by <c>builder.AddGainsightClient</c>.</param>
    /// <param name="args">
    /// The arguments of the program: a command for <see cref="RunGainsightJobsAsync"/>, and settings such as <c>--Jobs:companies:Object=Company</c>, which
    /// come before all others.
    /// </param>
    /// <param name="configureQuartz">Configures Quartz, such as a store in a database for a cluster of hosts. Default: in memory, and the section <c>Quartz</c>.</param>
    /// <returns>A builder that takes the code of the jobs.</returns>
    /// <exception cref="InvalidOperationException">The jobs were added before.</exception>
    public static GainsightJobsBuilder AddGainsightJobs(
        this IHostApplicationBuilder builder, string[] args, Action<IQuartzBuilder>? configureQuartz = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(args);
        if (builder.Services.Any(static service => service.ServiceType == typeof(JobPlan)))
        {
            throw new InvalidOperationException("AddGainsightJobs was called before. Add all jobs to the builder that it returned.");
        }

        var plan = new JobPlan(args);
        builder.Configuration.AddCommandLine(plan.Settings);
        builder.Services
            .AddSingleton(plan)
            .AddSingleton(SavedConnection.Open(builder.Configuration, plan.Settings))
            .AddSingleton(services => services.GetRequiredService<JobPlan>().CreateRunner(services));
        builder.AddQuartz(quartz =>
        {
            configureQuartz?.Invoke(quartz);
            JobPlan.Schedule(quartz, builder.Configuration);
        });
        builder.AddQuartzHostedService(static options => options.WaitForJobsToComplete = true);
        return new(builder.Services, plan);
    }

    /// <summary>
    /// Does what the arguments of <see cref="AddGainsightJobs"/> say: <c>serve</c>, <c>run [JOB...]</c>, <c>status</c>, <c>connect</c>, <c>objects</c> or
    /// <c>fields OBJECT</c>. <c>--help</c> describes them.
    /// </summary>
    /// <remarks>
    /// <c>serve</c> runs the host, with the schedules. <c>run</c> runs jobs without the host, until their end or Ctrl-C. Both ask first, because jobs may write to the
    /// tenant: <c>--yes</c> answers, and without a terminal the answer is no. They do not ask if the client is read-only (<c>Gainsight:ReadOnly</c>).
    /// </remarks>
    /// <param name="host">The host.</param>
    /// <param name="cancellationToken">Stops the host, or the runs.</param>
    /// <returns>
    /// The exit code: 0, or 1 when a job failed or the command could not be done. The reason is on the standard error output.
    /// </returns>
    /// <exception cref="InvalidOperationException">The host has no jobs: call <see cref="AddGainsightJobs"/>.</exception>
    public static Task<int> RunGainsightJobsAsync(this IHost host, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        return new JobCommand(host, Console.Out, Console.Error, Console.IsInputRedirected ? null : Console.In).RunAsync(cancellationToken);
    }
}
