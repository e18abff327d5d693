using System.Text;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Reads the answers of the metadata calls in one pass over their bytes. Repeated texts and picklists are shared. Not safe for concurrent use.</summary>
internal sealed partial class MetadataReader
{
    private readonly TextPool _texts = new();
    private readonly Dictionary<string, IReadOnlyList<PicklistItem>> _picklists = new(StringComparer.Ordinal);

    /// <summary>The objects of the list.</summary>
    public IReadOnlyList<ObjectSummary> ReadList(ReadOnlySpan<byte> data)
    {
        var reader = AnswerJson.Reader(data);
        if (data.IsEmpty || !reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            throw new GainsightProtocolException(
                $"{Operation.MetadataListObjects.Name}: the list of objects is not an array. Check that the host is the tenant's own.");
        }

        var objects = new List<ObjectSummary>();
        while (NextObject(ref reader))
        {
            if (ReadObject(ref reader).Summary is { Name.Length: > 0 } summary)
            {
                objects.Add(summary);
            }
        }

        return objects;
    }

    /// <summary>The objects of a describe call: an array, or a single object.</summary>
    public IReadOnlyList<ObjectDescription> ReadDescriptions(ReadOnlySpan<byte> data)
    {
        var reader = AnswerJson.Reader(data);
        if (data.IsEmpty || !reader.Read())
        {
            return [];
        }

        if (reader.TokenType == JsonTokenType.StartObject)
        {
            return [ReadObject(ref reader)];
        }

        var objects = new List<ObjectDescription>();
        while (reader.TokenType != JsonTokenType.Null && NextObject(ref reader))
        {
            objects.Add(ReadObject(ref reader));
        }

        return objects;
    }

    private ObjectDescription ReadObject(ref Utf8JsonReader reader)
    {
        string? name = null, label = null, type = null, prefix = null, plural = null, description = null;
        bool? transactional = null, readable = null, createable = null, updateable = null, currencies = null;
        var fields = new List<FieldDescription>();
        while (NextMember(ref reader))
        {
            switch (reader.ValueSpan)
            {
                case var member when Is(member, "objectName"u8): name = Text(ref reader); break;
                case var member when Is(member, "label"u8): label = Text(ref reader); break;
                case var member when Is(member, "objectType"u8): type = Text(ref reader); break;
                case var member when Is(member, "keyPrefix"u8): prefix = Text(ref reader); break;
                case var member when Is(member, "labelPlural"u8): plural = Text(ref reader); break;
                case var member when Is(member, "description"u8): description = Text(ref reader); break;
                case var member when Is(member, "transactional"u8): transactional = Flag(ref reader); break;
                case var member when Is(member, "readable"u8): readable = Flag(ref reader); break;
                case var member when Is(member, "createable"u8): createable = Flag(ref reader); break;
                case var member when Is(member, "schemaUpdateable"u8): updateable = Flag(ref reader); break;
                case var member when Is(member, "multiCurrencySupported"u8): currencies = Flag(ref reader); break;
                case var member when Is(member, "fields"u8): ReadFields(ref reader, fields); break;
                default: Ignore(ref reader); break;
            }
        }

        return new ObjectDescription
        {
            Summary = new ObjectSummary
            {
                Name = name ?? string.Empty,
                Label = label ?? name ?? string.Empty,
                ObjectType = type ?? string.Empty,
                KeyPrefix = prefix,
                IsTransactional = transactional,
                IsReadable = readable ?? true,
                IsCreateable = createable ?? true,
                IsSchemaUpdateable = updateable ?? false,
                IsMultiCurrencySupported = currencies ?? false,
            },
            LabelPlural = plural,
            Description = description,
            Fields = [.. fields],
        };
    }

    private void ReadFields(ref Utf8JsonReader reader, List<FieldDescription> fields)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return;
        }

        while (NextObject(ref reader))
        {
            if (ReadField(ref reader) is { } field)
            {
                fields.Add(field);
            }
        }
    }

    /// <summary>Moves to the next object of the array and skips everything else; false at the end.</summary>
    private static bool NextObject(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private static bool NextMember(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    private static bool Is(ReadOnlySpan<byte> member, ReadOnlySpan<byte> name) => Ascii.EqualsIgnoreCase(member, name);

    private static void Ignore(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    private string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.ValueSpan.IsEmpty ? null : _texts.Read(ref reader);
        }

        reader.Skip();
        return null;
    }

    /// <summary>A flag: a JSON literal or a string. The describe call takes its own flags as strings.</summary>
    private static bool? Flag(ref Utf8JsonReader reader)
    {
        reader.Read();
        bool? flag = reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.String when Is(reader.ValueSpan, "true"u8) => true,
            JsonTokenType.String when Is(reader.ValueSpan, "false"u8) => false,
            _ => null,
        };
        reader.Skip();
        return flag;
    }

    private static int? Number(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number))
        {
            return number;
        }

        reader.Skip();
        return null;
    }

    /// <summary>Returns texts that are repeated (data types, labels, category ids) as one string.</summary>
    /// <remarks>Its size is fixed: a text replaces an earlier one of the same hash.</remarks>
    private sealed class TextPool
    {
        private const int Size = 4096;
        private const int MaxLength = 64;

        private readonly string?[] _kept = new string?[Size];

        /// <summary>The text of the reader's current string.</summary>
        public string Read(ref Utf8JsonReader reader)
        {
            if (reader.ValueSpan.Length > MaxLength || reader.ValueIsEscaped)
            {
                return AnswerJson.Text(ref reader);
            }

            Span<char> buffer = stackalloc char[MaxLength];
            ReadOnlySpan<char> text = buffer[..Encoding.UTF8.GetChars(reader.ValueSpan, buffer)];
            ref var kept = ref _kept[(uint)string.GetHashCode(text) % Size];
            return kept is not null && text.SequenceEqual(kept) ? kept : kept = new string(text);
        }
    }
}
