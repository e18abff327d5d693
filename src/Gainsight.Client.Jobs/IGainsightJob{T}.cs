namespace Gainsight.Client;

/// <summary>A job of the application: what one run does.</summary>
/// <remarks>
/// Each run makes an instance of the class in a scope of its own, so constructors can take scoped services. What <see cref="RunAsync"/> throws makes this run a failure,
/// and no other. Only one run of a job is under way at a time.
/// </remarks>
/// <typeparam name="TSettings">The settings of the job, bound from its section, such as <c>Jobs:companies</c>.</typeparam>
/// <example>
/// <code>
/// internal sealed record CompanySettings(string Region);
///
/// internal sealed class CompanyJob(GainsightClient gainsight) : IGainsightJob&lt;CompanySettings&gt;
/// {
///     public async Task RunAsync(JobRun run, CompanySettings settings, CancellationToken cancellationToken) =>
///         run.Rows = await gainsight.Companies.Query().Where(CompanyFields.Industry.EqualTo(settings.Region)).CountAsync(cancellationToken);
/// }
/// </code>
/// </example>
public interface IGainsightJob<in TSettings>
    where TSettings : class
{
    /// <summary>Runs the job once.</summary>
    /// <param name="run">The run: it counts rows, notes what is left out or fails, and knows where the job keeps its files.</param>
    /// <param name="settings">The settings, as they are when the run starts. A setting that the type does not have fails the run before this call.</param>
    /// <param name="cancellationToken">Cancels the run, when the command line is interrupted.</param>
    /// <returns>A task.</returns>
    Task RunAsync(JobRun run, TSettings settings, CancellationToken cancellationToken);
}
