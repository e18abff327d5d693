namespace Gainsight.Client.Emulator;

/// <summary>The bulk imports that are configured in the tenant, by job id. Guarded by the tenant's lock.</summary>
internal sealed class ConfiguredImports
{
    private readonly Dictionary<string, ConfiguredImport> _imports = new(StringComparer.Ordinal);

    public static ConfiguredImports Of(TenantData tenant) => tenant.State(static () => new ConfiguredImports());

    public IReadOnlyDictionary<string, ConfiguredImport> All => _imports;

    public ConfiguredImport? Find(string jobId) => _imports.GetValueOrDefault(jobId);

    /// <summary>Checks an import against the tenant and adds it.</summary>
    /// <returns>The job id.</returns>
    public string Add(TenantData tenant, EmulatedImportJob job)
    {
        var configured = ConfiguredImport.Create(tenant, job);
        var id = job.JobId ?? tenant.NewId();
        return _imports.TryAdd(id, configured) ? id : throw new ArgumentException($"There is an import {id} already.", nameof(job));
    }
}
