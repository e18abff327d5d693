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
    private readonly NameTable _spellings = new();

    private Field[] _fields = [];

    public int Count { get; private set; }

    public string NameAt(int slot) => _fields[slot].Name;

    /// <summary>The first <paramref name="count"/> names as columns.</summary>
    public RecordSegment.ColumnSet ToColumns(int count, RecordLabels? labels) => new(_fields, count, labels);

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
}
