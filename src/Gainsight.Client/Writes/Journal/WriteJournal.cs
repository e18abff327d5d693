using System.Buffers;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>A file of what a write sends and what becomes of each row. A write that was killed goes on from it: rows that it wrote are not sent again.</summary>
/// <remarks>
/// <para>
/// Set it in <see cref="WriteOptions.Journal"/>. After a kill, open the same file and give the same rows again, in any order. A row that the file says was
/// written is not sent: its outcome comes from the file. A row that was sent, and whose outcome the file does not have, is of unknown fate. If it was new, it is
/// looked up twice by its keys, <see cref="WriteOptions.SettleDelay"/> apart, as after a lost answer. Where there are no keys to look it up by (an insert without
/// <see cref="WriteOptions.VerifyBy"/>), it is not sent and becomes <see cref="RowStatus.Unknown"/>. An update is sent again, unless
/// <see cref="WriteOptions.SkipUnchanged"/> shows that the row has its values. Rows that failed or were not attempted are sent.
/// </para>
/// <para>
/// A row is known by its content, by the tenant's host and by its object. So a row that was corrected in the source is a new row, and a journal is of one load:
/// use a new file for the next one, or rows that have an earlier content again are taken for written. Of several rows with the same content, as many are skipped as were written.
/// Rows that are given twice to one open journal count as two rows each: to give the same rows again, as in a loop that repeats a load, dispose the journal and open it again.
/// </para>
/// <para>
/// The file has one JSON object on each line. <c>sent</c> lists the ids of the rows of a call, and is on disk before the call is sent. A line with <c>status</c>
/// is an outcome: <see cref="RowOutcome{T}.Index"/> (not for events), <c>id</c>, <c>status</c>, and where known <c>gsid</c>, <c>errors</c> (<c>code</c>, <c>field</c>, <c>message</c>) and
/// <c>requestId</c>. The last line of an id holds. A last line that a kill cut off is removed when the file is opened. Messages can contain
/// values of records, so only the owner can read a new file (on Windows, those who can read the folder).
/// </para>
/// <para>
/// Events can be in a journal too: <see cref="EventClient.PublishAsync(EventCredential, EventDefinition, JsonElement, WriteJournal?, CancellationToken)"/>.
/// </para>
/// <para>An open journal takes about 200 bytes of memory for each row (measured: 213 with a GSID). Thread-safe. While it is open, no other process can open it for writing.</para>
/// </remarks>
public sealed partial class WriteJournal : IDisposable
{
    private readonly Lock _sync = new();
    private readonly FileStream _file;
    private readonly Dictionary<UInt128, Note> _notes = [];
    private readonly Dictionary<UInt128, int> _seen = [];
    private readonly ArrayBufferWriter<byte> _lines = new();
    private int _calls;

    internal WriteJournal(FileStream file) => _file = file;

    /// <summary>The rows that an earlier run wrote, by this file.</summary>
    public long Written { get; private set; }

    /// <summary>The rows that an earlier run sent, and whose outcome this file does not have.</summary>
    public long InDoubt { get; private set; }

    /// <summary>Opens the journal in a file, and reads what it has. A file that does not exist is created.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The journal. Dispose it after the write.</returns>
    /// <exception cref="FormatException">The file is not a journal, or a line of it was changed. The file is left as it is.</exception>
    /// <exception cref="IOException">The file cannot be opened, for example because another process writes to it.</exception>
    public static WriteJournal Open(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        // Only Windows tells readers from writers: elsewhere, any sharing would let a second writer in.
        var options = PrivateFile.Options(FileMode.OpenOrCreate, FileAccess.ReadWrite);
        options.Share = OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None;
        var file = new FileStream(path, options);
        try
        {
            var journal = new WriteJournal(file);
            journal.ReadAll(path);
            return journal;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        lock (_sync)
        {
            _file.Dispose();
        }
    }

    /// <summary>What the file says of a row. Equal rows are told apart by how often they came.</summary>
    internal JournalRow Find(string scope, GainsightRecord record) => Find(JournalId.Of(scope, record));

    /// <summary>What the file says of something else that is sent. Equal content is told apart by how often it came.</summary>
    internal JournalRow Find(ReadOnlySpan<byte> content) => Find(JournalId.Of(content));

    private JournalRow Find(UInt128 content)
    {
        lock (_sync)
        {
            _seen[content] = _seen.GetValueOrDefault(content) + 1;
            var id = JournalId.Of(content, _seen[content]);
            var note = _notes.GetValueOrDefault(id);
            return new() { Id = id, Written = note.Written, Gsid = note.Gsid, SentAt = note.SentAt, Call = note.Call };
        }
    }

    /// <summary>Notes the rows of a call. When this returns, the note is on disk.</summary>
    internal void Send(IEnumerable<JournalRow> rows, DateTimeOffset now)
    {
        lock (_sync)
        {
            WriteLine(
                (rows, now),
                static (writer, call) =>
                {
                    writer.WriteStartArray("sent"u8);
                    foreach (var row in call.rows)
                    {
                        writer.WriteStringValue(JournalId.ToText(row.Id));
                    }

                    writer.WriteEndArray();
                    writer.WriteString("at"u8, call.now);
                });
            Write(toDisk: true);
        }
    }

    /// <summary>Notes outcomes.</summary>
    internal void Add<T>(IEnumerable<WriteRow<T>> rows)
    {
        lock (_sync)
        {
            foreach (var row in rows)
            {
                WriteLine(row, WriteOutcome);
            }

            Write(toDisk: false);
        }
    }

    /// <summary>Notes the outcome of something that is not a row of a write.</summary>
    internal void Add(JournalRow row, RowStatus status)
    {
        lock (_sync)
        {
            WriteLine(
                (row, status),
                static (writer, outcome) =>
                {
                    writer.WriteString("id"u8, JournalId.ToText(outcome.row.Id));
                    writer.WriteString("status"u8, outcome.status.ToString());
                });
            Write(toDisk: false);
        }
    }

    private static void WriteOutcome<T>(Utf8JsonWriter writer, WriteRow<T> row)
    {
        var outcome = row.Outcome!;
        writer.WriteNumber("index"u8, outcome.Index);
        if (row.Journal is { } journal)
        {
            writer.WriteString("id"u8, JournalId.ToText(journal.Id));
        }

        writer.WriteString("status"u8, outcome.Status.ToString());
        WriteText(writer, "gsid"u8, outcome.Gsid);
        if (outcome.Errors.Count > 0)
        {
            writer.WriteStartArray("errors"u8);
            foreach (var error in outcome.Errors)
            {
                writer.WriteStartObject();
                WriteText(writer, "code"u8, error.Code);
                WriteText(writer, "field"u8, error.Field);
                WriteText(writer, "message"u8, error.Message);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        WriteText(writer, "requestId"u8, outcome.RequestId);
    }

    private static void WriteText(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private void WriteLine<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        using (var writer = new Utf8JsonWriter(_lines))
        {
            writer.WriteStartObject();
            write(writer, state);
            writer.WriteEndObject();
        }

        _lines.Write("\n"u8);
    }

    /// <summary>Writes the lines at once, so that a kill leaves them whole, or cuts the last one.</summary>
    private void Write(bool toDisk)
    {
        try
        {
            _file.Write(_lines.WrittenSpan);
            _file.Flush(toDisk);
        }
        finally
        {
            _lines.ResetWrittenCount();
        }
    }

    /// <summary>The last that the file says of a row: that it was written, or that its fate is not known.</summary>
    private readonly record struct Note(RowStatus? Written, string? Gsid, DateTimeOffset? SentAt, int Call);
}
