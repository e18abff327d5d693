using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Gives texts that come again and again (data types, labels, ids of categories) as one string. Not safe for concurrent use.</summary>
/// <remarks>It forgets: a text that falls on another's place takes it, so it cannot grow.</remarks>
internal sealed class TextPool
{
    private const int Size = 4096;
    private const int MaxLength = 64;

    private readonly string?[] _kept = new string?[Size];

    /// <summary>The text of the string that the reader stands on.</summary>
    public string Read(ref Utf8JsonReader reader)
    {
        if (reader.ValueSpan.Length > MaxLength)
        {
            return reader.GetString()!;
        }

        Span<char> buffer = stackalloc char[MaxLength];
        ReadOnlySpan<char> text = buffer[..reader.CopyString(buffer)];
        ref var kept = ref _kept[(uint)string.GetHashCode(text) % Size];
        return kept is not null && text.SequenceEqual(kept) ? kept : kept = new string(text);
    }
}
