using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Maps the property names of rows to slots. The order of the names does not matter: each spelling is found by its hash.</summary>
internal sealed class NameMatcher
{
    /// <summary>The maximum number of names in all rows of a read. No object has as many fields, and a name takes memory in every row.</summary>
    public const int MaxNames = 2_000;

    /// <summary>Names can come in more spellings than one: in another case, or with escapes. Spellings after these are found by their text.</summary>
    private const int MaxSpellings = 2 * MaxNames;

    private readonly Dictionary<string, int> _slots = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names as they were spelled in the JSON.</summary>
    private readonly Table _spellings = new();

    private Field[] _fields = [];
    private RecordSegment.ColumnSet? _columns;

    /// <summary>The fields that were requested in the answers that these names come from. Null for other answers.</summary>
    public IReadOnlyList<Field>? Selection { get; init; }

    public int Count { get; private set; }

    public string NameAt(int slot) => _fields[slot].Name;

    /// <summary>The first <paramref name="count"/> names as columns.</summary>
    public RecordSegment.ColumnSet ToColumns(int count, RecordLabels? labels) =>
        _columns is { } columns && columns.Count == count && ReferenceEquals(columns.Labels, labels) ? columns : _columns = new(_fields, count, labels);

    /// <summary>Reads a name and returns its slot. A new name gets a new slot, a blank one <see cref="RecordSegment.Builder.NoName"/>.</summary>
    /// <exception cref="GainsightProtocolException">There are too many names.</exception>
    public int Read(ref PageCursor cursor)
    {
        var slot = cursor.TrySkipName(_spellings);
        if (slot >= 0)
        {
            return slot;
        }

        // White space may stand before the colon.
        var name = cursor.ReadName();
        slot = _spellings.Find(name.Raw);
        if (slot >= 0)
        {
            return slot;
        }

        var text = TextOf(name);
        if (string.IsNullOrWhiteSpace(text))
        {
            return RecordSegment.Builder.NoName;
        }

        slot = FindOrAdd(text);
        if (_spellings.Count < MaxSpellings)
        {
            _spellings.Add(name.Raw, slot);
        }

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

        slot = Count++;
        if (slot == _fields.Length)
        {
            // Column sets keep the array that they have: the fields in it do not change.
            Array.Resize(ref _fields, Math.Max(16, slot * 2));
        }

        _fields[slot] = Field.ByName(name);
        _slots.Add(name, slot);
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

    /// <summary>Finds property names by their bytes, as they stand in the JSON. A name is compared as one or two vectors that end with its closing quote.</summary>
    internal sealed class Table
    {
        private const int Window = 32;

        /// <summary>The number of bytes that two vectors with the opening quote and the colon take.</summary>
        private const int Peeked = (2 * Window) + 2;

        /// <summary>Differ in each process, so that a server cannot prepare names with equal hashes.</summary>
        private static readonly Vector256<ulong> FirstSeed = Seed(nameof(FirstSeed)), SecondSeed = Seed(nameof(SecondSeed));

        private Vector256<byte>[] _firsts = new Vector256<byte>[32];
        private Vector256<byte>[] _seconds = new Vector256<byte>[32];

        /// <summary>The slot of each name.</summary>
        private int[] _slots = new int[32];

        /// <summary>For each name the one before it of the same hash, or -1.</summary>
        private int[] _earlier = new int[32];

        /// <summary>The latest name of each hash plus one. 0 for none.</summary>
        private int[] _buckets = new int[128];

        /// <summary>The number of names.</summary>
        public int Count { get; private set; }

        /// <summary>Bytes that keep a name's bytes, and bytes that clear those after it.</summary>
        private static ReadOnlySpan<byte> Masks =>
        [
            255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
            255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        ];

        /// <summary>The slot of the name with which the JSON begins, or -1 if the name is not here, or is not at once followed by a colon.</summary>
        /// <param name="json">The JSON from the opening quote on.</param>
        /// <param name="length">The number of bytes up to the value: the name, both quotes and the colon.</param>
        public int Find(ReadOnlySpan<byte> json, out int length)
        {
            if (json.Length < Peeked)
            {
                return FindNearEnd(json, out length);
            }

            length = 0;
            if (json[0] != '"')
            {
                return -1;
            }

            ref var start = ref MemoryMarshal.GetReference(json);
            var first = Vector256.LoadUnsafe(ref start, 1);
            var end = Quote(first);
            if (end == Window)
            {
                return FindLong(json, first, out length);
            }

            length = end + 3;
            if (json[end + 2] != ':')
            {
                return -1;
            }

            first &= Mask(end);
            var firsts = _firsts;
            for (var name = Bucket(Mix(first, FirstSeed)) - 1; (uint)name < (uint)firsts.Length; name = _earlier[name])
            {
                // No long name has a quote in its first vector.
                if (firsts[name] == first)
                {
                    return _slots[name];
                }
            }

            return -1;
        }

        /// <summary>The slot of a name without what follows it in the JSON, or -1.</summary>
        /// <param name="quoted">The name with both quotes.</param>
        public int Find(ReadOnlySpan<byte> quoted)
        {
            if (quoted.Length >= Peeked)
            {
                return -1;
            }

            Span<byte> named = stackalloc byte[quoted.Length + 1];
            quoted.CopyTo(named);
            named[^1] = (byte)':';
            return Find(named, out _);
        }

        /// <summary>Adds a name that is not here. A name that is too long, or has a quote within it, is left out.</summary>
        /// <param name="quoted">The name as it stands in the JSON, with both quotes.</param>
        /// <param name="slot">Its slot.</param>
        public void Add(ReadOnlySpan<byte> quoted, int slot)
        {
            var bytes = quoted[1..];
            if (bytes.Length > 2 * Window || bytes.IndexOf((byte)'"') != bytes.Length - 1)
            {
                return;
            }

            if (Count == _slots.Length)
            {
                Array.Resize(ref _firsts, 2 * Count);
                Array.Resize(ref _seconds, 2 * Count);
                Array.Resize(ref _slots, 2 * Count);
                Array.Resize(ref _earlier, 2 * Count);
                _buckets = new int[2 * _buckets.Length];
                for (var name = 0; name < Count; name++)
                {
                    Link(name);
                }
            }

            Span<byte> padded = stackalloc byte[2 * Window];
            padded.Clear();
            bytes.CopyTo(padded);
            _firsts[Count] = Vector256.Create<byte>(padded);
            _seconds[Count] = Vector256.Create<byte>(padded[Window..]);
            _slots[Count] = slot;
            Link(Count++);
        }

        private int FindNearEnd(ReadOnlySpan<byte> json, out int length)
        {
            Span<byte> padded = stackalloc byte[Peeked];
            padded.Clear();
            json.CopyTo(padded);
            return Find(padded, out length);
        }

        private int FindLong(ReadOnlySpan<byte> json, Vector256<byte> first, out int length)
        {
            var second = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(json), 1 + Window);
            var end = Quote(second);
            length = Window + end + 3;
            if (end == Window || json[length - 1] != ':')
            {
                return -1;
            }

            second &= Mask(end);
            for (var name = Bucket(Mix(first, FirstSeed) ^ Mix(second, SecondSeed)) - 1; name >= 0; name = _earlier[name])
            {
                if (_firsts[name] == first && _seconds[name] == second)
                {
                    return _slots[name];
                }
            }

            return -1;
        }

        private void Link(int name)
        {
            var hash = Mix(_firsts[name], FirstSeed);
            ref var bucket = ref Bucket(_seconds[name] == default ? hash : hash ^ Mix(_seconds[name], SecondSeed));
            _earlier[name] = bucket - 1;
            bucket = name + 1;
        }

        private ref int Bucket(ulong hash) => ref _buckets[hash & (ulong)(_buckets.Length - 1)];

        private static int Quote(Vector256<byte> bytes) =>
            BitOperations.TrailingZeroCount(Vector256.Equals(bytes, Vector256.Create((byte)'"')).ExtractMostSignificantBits());

        private static Vector256<byte> Mask(int end) => Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(Masks), (nuint)(Window - 1 - end));

        private static ulong Mix(Vector256<byte> bytes, Vector256<ulong> seed)
        {
            var lanes = bytes.AsUInt64() ^ seed;
            return Fold(lanes[0], lanes[1]) ^ Fold(lanes[2], lanes[3]);
        }

        private static ulong Fold(ulong one, ulong other) => Math.BigMul(one, other, out var low) ^ low;

        private static Vector256<ulong> Seed(string name) => Vector256.Create(Lane(name, 0), Lane(name, 1), Lane(name, 2), Lane(name, 3));

        private static ulong Lane(string name, int lane) =>
            ((ulong)(uint)$"{name} {lane}".GetHashCode(StringComparison.Ordinal) << 32) | (uint)$"{lane} {name}".GetHashCode(StringComparison.Ordinal);
    }
}
