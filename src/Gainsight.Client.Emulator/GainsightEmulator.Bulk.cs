namespace Gainsight.Client.Emulator;

public sealed partial class GainsightEmulator
{
    /// <summary>Configures a bulk import.</summary>
    /// <param name="job">The import to configure.</param>
    /// <returns>The job id, which uploads name in their part <c>jobId</c>.</returns>
    /// <exception cref="ArgumentException">
    /// The object does not exist or cannot be imported, a field does not exist, keys are missing, or the id is in use.
    /// </exception>
    public string AddImportJob(EmulatedImportJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        lock (_tenant.Sync)
        {
            return ConfiguredImports.Of(_tenant).Add(_tenant, job);
        }
    }
}
