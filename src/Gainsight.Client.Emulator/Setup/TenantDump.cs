using System.Security.Cryptography;

namespace Gainsight.Client.Emulator;

/// <summary>
/// A tenant at one moment, as a seed that describes all of it. It is made under the tenant's lock and written without it: rows never change, and
/// the rest is small.
/// </summary>
internal sealed class TenantDump
{
    private readonly byte[] _small;
    private readonly string _random;
    private readonly List<RowWriter> _rows;
    private readonly List<(RowWriter Object, List<(EmulatedRow Row, DateTimeOffset At)> Rows)> _deleted;

    /// <summary>Takes a dump. The caller holds the tenant's lock.</summary>
    public TenantDump(EmulatorParts parts)
    {
        var tenant = parts.Tenant;
        tenant.RunDueWork();
        _small = WithoutRows(parts);
        _random = SeedSettings.TextOf(parts.Random);

        // The items of picklists are rows only when they are read.
        _rows = [.. tenant.Objects.Where(item => item.Name != ObjectNames.Picklist).Select(item => new RowWriter(item))];
        _deleted = [.. tenant.Objects.Where(item => item.Deleted is { Count: > 0 }).Select(item => (new RowWriter(item), item.Deleted!.ToList()))];
    }

    /// <summary>
    /// Tells whether a tenant has changed: equal stamps mean equal dumps, but for where the random numbers are. The caller holds the tenant's lock.
    /// </summary>
    public static string Stamp(EmulatorParts parts)
    {
        parts.Tenant.RunDueWork();
        return FormattableString.Invariant($"{parts.Tenant.Changes} {Convert.ToHexString(SHA256.HashData(WithoutRows(parts)))}");
    }

    public void Write(Stream stream)
    {
        stream.Write(_small);
        using var seed = new SeedWriter(stream, started: true);
        seed.Member("randomSeed", json => json.WriteStringValue(_random));
        seed.Section("rows", () => _rows.ForEach(item => seed.List(item.Name, item.Rows, item.Write)));
        seed.Section("deleted", () => _deleted.ForEach(item => seed.List(item.Object.Name, item.Rows, (json, deleted) =>
        {
            json.WriteStartObject();
            json.WriteString("at", RowWriter.Moment(deleted.At));
            json.WritePropertyName("row");
            item.Object.Write(json, deleted.Row);
            json.WriteEndObject();
        })));
        seed.End();
    }

    private static byte[] WithoutRows(EmulatorParts parts)
    {
        var tenant = parts.Tenant;
        using var stream = new MemoryStream();
        using var seed = new SeedWriter(stream);
        SeedSettings.Write(seed, parts);
        seed.List("objects", tenant.Objects, ObjectSeed.Write);
        seed.Member("activityTypes", json => ActivityTypes.Write(tenant, json));
        seed.List("publishers", EventStore.Of(tenant).Publishers, PublisherSeed.Write);
        seed.List("imports", ConfiguredImports.Of(tenant).All, static (json, import) => ImportSeed.Write(json, import.Key, import.Value));
        SeedBehavior.Write(seed, parts.Pipeline);
        return stream.ToArray();
    }
}
