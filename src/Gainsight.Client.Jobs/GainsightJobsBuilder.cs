using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gainsight.Client;

/// <summary>Says which class runs which job.</summary>
public sealed class GainsightJobsBuilder
{
    private readonly IServiceCollection _services;
    private readonly JobPlan _plan;

    internal GainsightJobsBuilder(IServiceCollection services, JobPlan plan) => (_services, _plan) = (services, plan);

    /// <summary>Adds a job. Its section is <c>Jobs:NAME</c>.</summary>
    /// <typeparam name="TJob">The class of the job.</typeparam>
    /// <typeparam name="TSettings">The settings that the class takes.</typeparam>
    /// <param name="job">The name, unique in any case.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The name is empty, or that of another job.</exception>
    public GainsightJobsBuilder Add<TJob, TSettings>(string job)
        where TJob : class, IGainsightJob<TSettings>
        where TSettings : class
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(job);
        return AddCode<TJob, TSettings>(job);
    }

    /// <summary>Adds a job for each section of <c>Jobs</c> that has none by <see cref="Add"/>, all with the same class: a list of objects to read, for example.</summary>
    /// <typeparam name="TJob">The class of the jobs.</typeparam>
    /// <typeparam name="TSettings">The settings that the class takes.</typeparam>
    /// <returns>This builder.</returns>
    /// <exception cref="InvalidOperationException">The method was called before.</exception>
    public GainsightJobsBuilder AddEach<TJob, TSettings>()
        where TJob : class, IGainsightJob<TSettings>
        where TSettings : class => AddCode<TJob, TSettings>(null);

    private GainsightJobsBuilder AddCode<TJob, TSettings>(string? job)
        where TJob : class, IGainsightJob<TSettings>
        where TSettings : class
    {
        _plan.Add(job, RunAsync<TJob, TSettings>);
        _services.TryAddScoped<TJob>();
        return this;
    }

    private static async Task RunAsync<TJob, TSettings>(IServiceProvider services, JobRun run, CancellationToken stop)
        where TJob : class, IGainsightJob<TSettings>
        where TSettings : class
    {
        var settings = JobSettings.Bind<TSettings>(services.GetRequiredService<IConfiguration>(), run.Job);
        var scope = services.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            await scope.ServiceProvider.GetRequiredService<TJob>().RunAsync(run, settings, stop).ConfigureAwait(false);
        }
    }
}
