using System.Buffers.Binary;

namespace Gainsight.Client.Emulator;

/// <summary>The bulk jobs of the tenant by their ids. The tenant's lock guards it.</summary>
internal sealed class BulkJobs(SeededRandom random)
{
    private readonly Dictionary<string, BulkJob> _jobs = new(StringComparer.Ordinal);

    public string NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, random.Next());
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], random.Next());
        return new Guid(bytes).ToString();
    }

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
