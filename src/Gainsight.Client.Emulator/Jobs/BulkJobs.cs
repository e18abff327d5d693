namespace Gainsight.Client.Emulator;

/// <summary>The bulk jobs of the tenant, by id. Guarded by the tenant's lock.</summary>
internal sealed class BulkJobs
{
    private readonly Dictionary<string, BulkJob> _jobs = new(StringComparer.Ordinal);

    public static BulkJobs Of(TenantData tenant) => tenant.State(static () => new BulkJobs());

    public void Start(BulkJob job, TenantData tenant)
    {
        _jobs.Add(job.Id, job);
        if (job.End <= tenant.Now)
        {
            job.Run();
        }
        else
        {
            tenant.Scheduled.Add(job.End, job.Run);
        }
    }

    public T? Find<T>(string id)
        where T : BulkJob => _jobs.GetValueOrDefault(id) as T;
}
