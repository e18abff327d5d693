using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Gainsight.Client;

/// <summary>Reads the rows of a response page. Remembers the field names from page to page. Not safe for concurrent use.</summary>
/// <param name="labels">The labels of picklist items, or null.</param>
/// <param name="names">The names that are known from other answers, or null.</param>
internal sealed class RecordPageReader<T>(RecordLabels? labels = null, NameMatcher? names = null)
    where T : GainsightRecord, new()
{
    private readonly RecordSegment.Builder _builder = new(labels, names ?? new());

    /// <summary>Reads <c>data</c> of a query's answer: an array of rows, an object with such an array in <c>records</c> (in any case), or null.</summary>
    /// <exception cref="GainsightProtocolException">The JSON is malformed, a row is not an object, or there is no array of rows.</exception>
    public IReadOnlyList<T> Read(ReadOnlySpan<byte> data) => RecordSegment.ToRecords<T>(ReadSegments(data));

    /// <summary>Reads the rows of <paramref name="data"/> into segments, which hold no reference to it.</summary>
    internal List<RecordSegment> ReadSegments(ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty)
        {
            return [];
        }

        if (!Utf8.IsValid(data))
        {
            throw Unexpected("it is not UTF-8, so its texts are not known. A proxy may have changed its encoding");
        }

        var cursor = new PageCursor(data);
        try
        {
            var reader = AnswerJson.Reader(data);
            if (!MoveToRows(ref reader))
            {
                return [];
            }

            var isInObject = reader.CurrentDepth > 0;
            cursor.Skip((int)reader.BytesConsumed);
            var segments = ReadRows(ref cursor);
            return isInObject && HasOtherRecords(ref cursor) ? throw ListedTwice() : segments;
        }
        catch (JsonException)
        {
            // The message of this exception may quote values, so it is not passed on.
            throw Unexpected($"the JSON breaks off or is malformed after byte {cursor.Position}");
        }
    }

    private static bool MoveToRows(ref Utf8JsonReader reader)
    {
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return false;
            case JsonTokenType.StartArray:
                return true;
            case JsonTokenType.StartObject:
                return MoveToRecords(ref reader);
            default:
                throw Unexpected("'data' is neither an array nor an object");
        }
    }

    private static bool MoveToRecords(ref Utf8JsonReader reader)
    {
        var (isEmpty, hasRecords) = (true, false);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            isEmpty = false;
            var isRecords = Ascii.EqualsIgnoreCase(reader.ValueSpan, "records"u8);
            reader.Read();
            if (!isRecords)
            {
                reader.Skip();
                continue;
            }

            if (hasRecords)
            {
                throw ListedTwice();
            }

            hasRecords = true;
            switch (reader.TokenType)
            {
                case JsonTokenType.Null:
                    continue;
                case JsonTokenType.StartArray:
                    return true;
                default:
                    throw Unexpected("'data.records' is not an array");
            }
        }

        return isEmpty || hasRecords ? false : throw Unexpected("'data' is an object without 'records'");
    }

    /// <summary>Reads on behind the rows.</summary>
    private static bool HasOtherRecords(ref PageCursor cursor)
    {
        while (cursor.ReadSeparator('}'))
        {
            var name = cursor.ReadName();
            if (Ascii.EqualsIgnoreCase(name.Raw, "\"records\""u8))
            {
                return true;
            }

            cursor.ReadValue(out _);
        }

        return false;
    }

    private List<RecordSegment> ReadRows(ref PageCursor cursor)
    {
        _builder.Start();
        try
        {
            var hasRow = !cursor.TryReadSign(']');
            while (hasRow)
            {
                if (!cursor.TryReadSign('{'))
                {
                    throw Unexpected("a row is not an object");
                }

                ReadRow(ref cursor);
                hasRow = cursor.ReadSeparator(']');
            }

            return _builder.Finish();
        }
        finally
        {
            _builder.Release();
        }
    }

    private void ReadRow(ref PageCursor cursor)
    {
        _builder.BeginRow();
        var hasValue = !cursor.TryReadSign('}');
        while (hasValue)
        {
            var slot = _builder.ReadName(ref cursor);
            var value = cursor.ReadValue(out var kind);
            if (slot != RecordSegment.Builder.NoName)
            {
                _builder.Add(slot, kind, value);
            }

            hasValue = cursor.ReadSeparator('}');
        }

        _builder.EndRow();
    }

    private static GainsightProtocolException ListedTwice() => Unexpected("'data' has 'records' twice, so rows would be lost");

    private static GainsightProtocolException Unexpected(string what) =>
        new($"The answer of the query cannot be read: {what}. Retry; if it persists, report the request id to Gainsight.");
}
