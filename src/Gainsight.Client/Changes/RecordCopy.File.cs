using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Gainsight.Client;

/// <content>The file: a line of JSON with the checkpoint and the number of rows, then a line for each row.</content>
public sealed partial class RecordCopy<T>
{
    private readonly string _path;
    private readonly FileStream _lock;

    /// <summary>Opens the file and reads it. A file that does not exist is an empty copy; its folder must exist.</summary>
    /// <param name="path">The file. Beside it, the copy uses the files <c>PATH.lock</c> and <c>PATH.new</c>.</param>
    /// <exception cref="IOException">Another process, or another copy in this one, has the file open.</exception>
    /// <exception cref="InvalidDataException">The file is damaged. It stays as it is. Restore it, or delete it to read everything again.</exception>
    public RecordCopy(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = path;
        _lock = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        try
        {
            Load();
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidOperationException or KeyNotFoundException or ArgumentNullException)
        {
            _lock.Dispose();
            throw new InvalidDataException($"The copy {path} is damaged. Restore it, or delete it to read everything again.", exception);
        }
        catch
        {
            _lock.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Replaces the file by the present rows and checkpoint. A process that ends meanwhile leaves the old file. Only the owner can read it (on Windows, those
    /// who can read the folder).
    /// </summary>
    /// <param name="cancellationToken">Cancels the work. The file then stays as it was.</param>
    /// <returns>A task.</returns>
    /// <exception cref="IOException">The file could not be written.</exception>
    public async Task SaveAsync(CancellationToken cancellationToken = default)
    {
        var next = PrivateFile.Replace(_path + ".new");
        await using (next.ConfigureAwait(false))
        {
            (var json, var line) = (new ArrayBufferWriter<byte>(), new ArrayBufferWriter<byte>());
            var writer = new Utf8JsonWriter(json);
            await using var writing = writer.ConfigureAwait(false);
            WriteHead(writer);
            foreach (var (key, row) in _rows)
            {
                await EndLineAsync().ConfigureAwait(false);
                writer.WriteStartObject();
                writer.WriteString("key", key);
                writer.WriteString("at", TimeOf(key)?.ToString("O", CultureInfo.InvariantCulture));
                writer.WritePropertyName("row");
                StoredRecord.Write(writer, row);
                writer.WriteEndObject();
            }

            await EndLineAsync().ConfigureAwait(false);
            await next.FlushAsync(cancellationToken).ConfigureAwait(false);
            RandomAccess.FlushToDisk(next.SafeFileHandle);

            async Task EndLineAsync()
            {
                await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
                JsonLine.Write(json.WrittenSpan, line);
                await next.WriteAsync(line.WrittenMemory, cancellationToken).ConfigureAwait(false);
                json.ResetWrittenCount();
                line.ResetWrittenCount();
                writer.Reset();
            }
        }

        File.Move(_path + ".new", _path, overwrite: true);
    }

    /// <summary>Lets others open the file. It does not save.</summary>
    public void Dispose() => _lock.Dispose();

    private void WriteHead(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("checkpoint", Checkpoint?.ToString());
        writer.WriteNumber("rows", _rows.Count);
        writer.WriteStartArray("unseen");
        foreach (var key in _unseen)
        {
            writer.WriteStringValue(key);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void Load()
    {
        if (!File.Exists(_path))
        {
            return;
        }

        using var lines = File.ReadLines(_path).GetEnumerator();
        using var head = JsonDocument.Parse(lines.MoveNext() ? lines.Current : string.Empty, AnswerJson.DocumentOptions);
        Checkpoint = head.RootElement.GetProperty("checkpoint").GetString() is { } text ? ChangeCheckpoint.Parse(text) : null;
        _unseen.UnionWith(head.RootElement.GetProperty("unseen").EnumerateArray().Select(key => key.GetString()!));
        while (lines.MoveNext())
        {
            using var line = JsonDocument.Parse(lines.Current, AnswerJson.DocumentOptions);
            var row = new T();
            StoredRecord.Read(JsonMarshal.GetRawUtf8Value(line.RootElement.GetProperty("row")), row);
            var at = line.RootElement.GetProperty("at").GetString();
            Set(line.RootElement.GetProperty("key").GetString()!, row, at is null ? null : DateTimeOffset.ParseExact(at, "O", CultureInfo.InvariantCulture));
        }

        if (_rows.Count != head.RootElement.GetProperty("rows").GetInt32())
        {
            throw new FormatException("Lines are missing.");
        }
    }
}
