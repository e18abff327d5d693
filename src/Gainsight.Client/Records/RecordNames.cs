using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Matches the property names of rows to slots, expecting after each name the one that followed it last time.</summary>
internal sealed class RecordNames
{
    /// <summary>Stands for a property whose name no field can have.</summary>
    public const int NoName = -1;

    private readonly List<string> _names = [];

    /// <summary>The names as a row without white space has them: quoted, with their colon.</summary>
    private readonly List<byte[]> _tokens = [];

    /// <summary>At 1 + slot, the slot that came after it last time; at 0, the slot that came first.</summary>
    private readonly List<int> _next = [0];

    public int Count => _names.Count;

    /// <summary>The schema of the first <paramref name="count"/> names.</summary>
    public RecordSchema ToSchema(int count, RecordLabels? labels) => new(_names.GetRange(0, count), labels);

    /// <summary>Goes past a name, after <paramref name="previous"/> (<see cref="NoName"/> at the start of a row), and tells its slot; new names get a new slot, a blank one <see cref="NoName"/>.</summary>
    public int Match(ref PageCursor cursor, int previous)
    {
        var expected = _next[previous + 1];
        if (expected < Count && cursor.TrySkip(_tokens[expected]))
        {
            return expected;
        }

        var name = cursor.ReadName();
        var slot = name.Kind == SliceKind.Text ? Find(name.Raw, expected) : -1;
        if (slot < 0)
        {
            var read = TextOf(name);
            if (string.IsNullOrWhiteSpace(read))
            {
                return NoName;
            }

            slot = FindOrAdd(read);
        }

        _next[previous + 1] = slot;
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
            // An escape that stands for no character: what is in a name cannot be left to whoever reads the value.
            throw new JsonException();
        }
    }

    /// <summary>The slot of a name that is not blank; a new one gets a new slot.</summary>
    public int SlotOf(string name) => FindOrAdd(name);

    /// <summary>Looks through the names from the expected one on, so that a row that lacks a few fields is matched at once.</summary>
    private int Find(ReadOnlySpan<byte> quoted, int expected)
    {
        for (var i = 0; i < Count; i++)
        {
            var slot = expected + i;
            slot = slot < Count ? slot : slot - Count;
            if (slot < Count && Ascii.EqualsIgnoreCase(quoted, _tokens[slot].AsSpan()[..^1]))
            {
                return slot;
            }
        }

        return -1;
    }

    private int FindOrAdd(string name)
    {
        var slot = _names.FindIndex(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));
        if (slot >= 0)
        {
            return slot;
        }

        _names.Add(name);
        _tokens.Add([(byte)'"', .. JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes, (byte)'"', (byte)':']);
        _next.Add(Count);
        return Count - 1;
    }
}
