using System.Text;

namespace Gainsight.Client.Emulator;

public sealed partial class GainsightEmulator
{
    /// <summary>
    /// Loads a seed. A seed adds to the tenant: <c>objects</c>, <c>picklists</c>, <c>users</c>, <c>rows</c>, <c>switches</c>, <c>faults</c> and
    /// more. A seed that says <c>"complete": true</c>, as a <see cref="Dump()"/> does, replaces all that the tenant holds. See
    /// <c>docs/emulator.md</c> for the format.
    /// </summary>
    /// <param name="json">The seed: JSON, in which comments and trailing commas are allowed.</param>
    /// <exception cref="System.Text.Json.JsonException">The text is not JSON.</exception>
    /// <exception cref="ArgumentException">
    /// A part of the seed does not fit the tenant, or a newer version of the emulator wrote it. The message names the part. The parts of a seed
    /// before it have been added; a complete seed has changed nothing.
    /// </exception>
    public void Load(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        Load(json, keepRandom: false);
    }

    /// <summary>
    /// Writes the tenant as a seed: objects, picklists, rows, deleted rows, credentials, switches, limits, faults and the clock's offset.
    /// <see cref="Load(string)"/> makes a tenant of it that answers the same calls alike, with the same GSIDs. Quota windows, tokens, running jobs,
    /// published events and the request log are not part of it. It contains the access key and the secrets of the emulator.
    /// </summary>
    /// <returns>The seed: JSON.</returns>
    public string Dump()
    {
        using var stream = new MemoryStream();
        Dump(stream);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Writes the tenant as a seed, as <see cref="Dump()"/> does. Requests are served meanwhile; the seed does not show their changes.</summary>
    /// <param name="stream">Where to write JSON in UTF-8. It stays open.</param>
    public void Dump(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        TenantDump dump;
        lock (_tenant.Sync)
        {
            dump = new TenantDump(_parts);
        }

        dump.Write(stream);
    }

    /// <summary>Loads a seed, without its random seed if another one was chosen.</summary>
    internal void Load(string json, bool keepRandom)
    {
        lock (_tenant.Sync)
        {
            TenantSeed.Load(_parts, json, keepRandom);
        }
    }

    /// <summary>Loads what a dump wrote.</summary>
    /// <exception cref="System.Text.Json.JsonException">The text is not JSON.</exception>
    /// <exception cref="ArgumentException">The text is no dump, or does not fit.</exception>
    internal void LoadState(string json)
    {
        lock (_tenant.Sync)
        {
            TenantSeed.Load(_parts, json, mustBeComplete: true);
        }
    }

    /// <summary>Sets the tenant id and the clock, unless they are null.</summary>
    /// <exception cref="ArgumentException">The clock is neither an offset nor a time.</exception>
    internal void SetUp(string? tenantId, string? clock)
    {
        lock (_tenant.Sync)
        {
            _tenant.Id = tenantId ?? _tenant.Id;
            ClockOffset = clock is null ? ClockOffset : ClockText.Offset(clock, _tenant.Clock.Provider.GetUtcNow());
        }
    }

    /// <summary>Tells whether a dump would say something new: equal stamps mean that the tenant has not changed.</summary>
    internal string Stamp()
    {
        lock (_tenant.Sync)
        {
            return TenantDump.Stamp(_parts);
        }
    }
}
