using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Gainsight.Client;

/// <content>Reading what an earlier run noted.</content>
public sealed partial class WriteJournal
{
    /// <summary>The first line, by which a file that is no journal is told and left alone.</summary>
    private static ReadOnlySpan<byte> Header => """{"journal":"Gainsight.Client","version":1}"""u8;

    private void ReadAll(string path)
    {
        var buffer = new byte[64 * 1024];
        var (start, end, line) = (0, 0, 0);
        long whole = 0;
        while (true)
        {
            if (buffer.AsSpan(start, end - start).IndexOf((byte)'\n') is >= 0 and var length)
            {
                Read(buffer.AsMemory(start, length), ++line, path);
                start += length + 1;
                whole += length + 1;
                continue;
            }

            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
            if (end == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = _file.Read(buffer, end, buffer.Length - end);
            if (read == 0)
            {
                break;
            }

            end += read;
        }

        if (line == 0)
        {
            if (!Header.StartsWith(buffer.AsSpan(0, end)))
            {
                throw Unreadable(path, 1);
            }

            _lines.Write(Header);
            _lines.Write("\n"u8);
        }

        // What follows the last line end was cut off by a kill.
        _file.SetLength(whole);
        _file.Position = whole;
        Write(toDisk: false);
        foreach (var note in _notes.Values)
        {
            Written += note.Written is null ? 0 : 1;
            InDoubt += note.SentAt is null ? 0 : 1;
        }
    }

    private void Read(ReadOnlyMemory<byte> text, int line, string path)
    {
        if (line == 1)
        {
            if (!text.Span.SequenceEqual(Header))
            {
                throw Unreadable(path, line);
            }

            return;
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.TryGetProperty("sent"u8, out var sent))
            {
                var at = json.RootElement.GetProperty("at"u8).GetDateTimeOffset();
                _calls++;
                foreach (var id in sent.EnumerateArray())
                {
                    _notes[JournalId.Parse(id.GetString()!)] = new(null, null, at, _calls);
                }
            }
            else if (json.RootElement.TryGetProperty("id"u8, out var id))
            {
                ReadOutcome(JournalId.Parse(id.GetString()!), json.RootElement);
            }
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw Unreadable(path, line, exception);
        }
    }

    private void ReadOutcome(UInt128 id, JsonElement line)
    {
        var status = Enum.Parse<RowStatus>(line.GetProperty("status"u8).GetString()!);
        if (status is RowStatus.Failed or RowStatus.NotAttempted)
        {
            _notes.Remove(id);
        }
        else if (status != RowStatus.Unknown)
        {
            _notes[id] = new(status, line.TryGetProperty("gsid"u8, out var gsid) ? gsid.GetString() : null, null, 0);
        }
    }

    private static FormatException Unreadable(string path, int line, Exception? cause = null) => new(
        line == 1
            ? $"{path} is not a journal of a write. Name another file."
            : string.Create(CultureInfo.InvariantCulture, $"Line {line} of the journal {path} cannot be read. It was changed after it was written. Use a copy that was not changed."),
        cause);
}
