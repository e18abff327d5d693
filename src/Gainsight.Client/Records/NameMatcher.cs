using System.Buffers.Binary;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Maps the property names of rows to slots. After each name it expects the one that came next in the row before. Any other order costs a hash for each name.</summary>
internal sealed class NameMatcher
{
    /// <summary>The maximum number of names in all rows of a read. No object has as many fields, and a name takes memory in every row.</summary>
    public const int MaxNames = 2_000;

    /// <summary>Differs in each process, so that a server cannot prepare names with equal hashes.</summary>
    private static readonly ulong Seed = (uint)string.GetHashCode(nameof(NameMatcher), StringComparison.Ordinal);

    private readonly Dictionary<string, int> _slots = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names as in a row without white space: with quotes and colon.</summary>
    private readonly List<byte[]> _tokens = [];

    /// <summary>The slot expected next: at 0 the first slot of a row, at 1 + slot the one after that slot.</summary>
    private readonly List<int> _next = [0];

    /// <summary>The latest slot of each hash plus one. 0 for none.</summary>
    private int[] _buckets = new int[64];

    /// <summary>For each slot the one before it of the same hash, or -1.</summary>
    private readonly List<int> _earlier = [];

    private Field[] _fields = [];

    public int Count => _tokens.Count;

    public string NameAt(int slot) => _fields[slot].Name;

    /// <summary>The first <paramref name="count"/> names as columns.</summary>
    public RecordSegment.ColumnSet ToColumns(int count, RecordLabels? labels) => new(_fields, count, labels);

    /// <summary>Reads a name and returns its slot. A new name gets a new slot, a blank one <see cref="RecordSegmentBuilder.NoName"/>.</summary>
    /// <exception cref="GainsightProtocolException">There are too many names.</exception>
    public int Read(ref PageCursor cursor, int previous)
    {
        var expected = _next[previous + 1];
        if (expected < Count && cursor.TrySkip(_tokens[expected]))
        {
            return expected;
        }

        var name = cursor.ReadName();
        var slot = name.Kind == SliceKind.Text ? Find(name.Raw) : -1;
        if (slot < 0)
        {
            var text = TextOf(name);
            if (string.IsNullOrWhiteSpace(text))
            {
                return RecordSegmentBuilder.NoName;
            }

            slot = FindOrAdd(text);
        }

        _next[previous + 1] = slot;
        return slot;
    }

    /// <summary>The slot of a name that is not blank. A new name gets a new slot.</summary>
    /// <exception cref="GainsightProtocolException">There are too many names.</exception>
    public int FindOrAdd(string name)
    {
        if (_slots.TryGetValue(name, out var slot))
        {
            return slot;
        }

        if (Count == MaxNames)
        {
            throw new GainsightProtocolException(
                $"The rows have more than {MaxNames} different fields, which is the limit. Select fewer fields.");
        }

        slot = Count;
        if (slot == _fields.Length)
        {
            // Column sets keep the array that they have: the fields in it do not change.
            Array.Resize(ref _fields, Math.Max(16, slot * 2));
        }

        _fields[slot] = Field.ByName(name);
        _slots.Add(name, slot);
        _next.Add(slot + 1);
        _tokens.Add([(byte)'"', .. JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes, (byte)'"', (byte)':']);
        _earlier.Add(-1);
        if (Count > _buckets.Length)
        {
            _buckets = new int[_buckets.Length * 2];
            for (var each = 0; each < Count; each++)
            {
                Link(each);
            }
        }
        else
        {
            Link(slot);
        }

        return slot;
    }

    private static string TextOf(in JsonSlice name)
    {
        try
        {
            return name.GetString();
        }
        catch (InvalidOperationException)
        {
            // An invalid escape in a value fails when the value is read. A name is always read, so the page is refused.
            throw new JsonException();
        }
    }

    private void Link(int slot)
    {
        ref var bucket = ref _buckets[Hash(_tokens[slot].AsSpan()[..^1]) & (uint)(_buckets.Length - 1)];
        _earlier[slot] = bucket - 1;
        bucket = slot + 1;
    }

    private int Find(ReadOnlySpan<byte> quoted)
    {
        for (var slot = _buckets[Hash(quoted) & (uint)(_buckets.Length - 1)] - 1; slot >= 0; slot = _earlier[slot])
        {
            if (Ascii.EqualsIgnoreCase(quoted, _tokens[slot].AsSpan()[..^1]))
            {
                return slot;
            }
        }

        return -1;
    }

    /// <summary>A hash that is equal for names that differ only in the case of ASCII letters.</summary>
    private static uint Hash(ReadOnlySpan<byte> name)
    {
        const ulong lower = 0x2020_2020_2020_2020;
        const ulong factor = 0x9E37_79B9_7F4A_7C15;
        var hash = Seed + (ulong)name.Length;
        while (name.Length >= sizeof(ulong))
        {
            hash = (hash ^ (BinaryPrimitives.ReadUInt64LittleEndian(name) | lower)) * factor;
            hash ^= hash >> 32;
            name = name[sizeof(ulong)..];
        }

        foreach (var each in name)
        {
            hash = (hash ^ (each | 0x20u)) * factor;
        }

        return (uint)(hash >> 32);
    }
}
