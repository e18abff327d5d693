using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>The ids of rows in a journal: hashes, so that the file has no values of records and no order of rows matters.</summary>
internal static class JournalId
{
    /// <summary>The bytes of an id. The parser and the formatter of large numbers would make native applications larger.</summary>
    private const int Size = 16;

    /// <summary>The id of a record's content in a scope.</summary>
    public static UInt128 Of(string scope, GainsightRecord record)
    {
        var content = new ArrayBufferWriter<byte>();
        content.Write(Encoding.UTF8.GetBytes(scope));
        using (var writer = new Utf8JsonWriter(content))
        {
            RecordJson.Write(writer, record);
        }

        return Hash(content.WrittenSpan);
    }

    /// <summary>The id of any content.</summary>
    public static UInt128 Of(ReadOnlySpan<byte> content) => Hash(content);

    /// <summary>The id of the row that has this content for the given time.</summary>
    public static UInt128 Of(UInt128 content, int occurrence)
    {
        if (occurrence == 1)
        {
            return content;
        }

        Span<byte> bytes = stackalloc byte[20];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, content);
        BinaryPrimitives.WriteInt32BigEndian(bytes[16..], occurrence);
        return Hash(bytes);
    }

    public static string ToText(UInt128 id)
    {
        Span<byte> bytes = stackalloc byte[Size];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, id);
        return Convert.ToHexString(bytes);
    }

    public static UInt128 Parse(string text) => Convert.FromHexString(text) is { Length: Size } bytes
        ? BinaryPrimitives.ReadUInt128BigEndian(bytes)
        : throw new FormatException("An id of a row has 32 hexadecimal digits.");

    private static UInt128 Hash(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
