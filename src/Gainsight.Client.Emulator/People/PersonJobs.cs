namespace Gainsight.Client.Emulator;

/// <summary>The asynchronous upserts of people, by status id. Guarded by the tenant's lock.</summary>
internal sealed class PersonJobs
{
    private readonly Dictionary<string, PersonJob> _jobs = new(StringComparer.Ordinal);

    public static PersonJobs Of(TenantData tenant) => tenant.State(static () => new PersonJobs());

    public void Add(PersonJob job) => _jobs.Add(job.StatusId, job);

    public PersonJob? Find(string statusId) => _jobs.GetValueOrDefault(statusId);
}
