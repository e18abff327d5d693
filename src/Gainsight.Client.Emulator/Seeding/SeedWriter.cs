using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Writes a seed with one item on each line, so that people can read, edit and compare seeds.</summary>
/// <param name="stream">Where to write.</param>
/// <param name="started">Whether the stream already has members of the seed.</param>
internal sealed class SeedWriter(Stream stream, bool started = false) : IDisposable
{
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly Utf8JsonWriter _json = new(Stream.Null, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    private string _next = started ? ",\n" : "{\n";

    /// <summary>Writes a member whose value is on one line.</summary>
    public void Member(string name, Action<Utf8JsonWriter> write)
    {
        Name(name);
        Value(write);
        _next = ",\n";
    }

    /// <summary>Writes a list with one item on each line. Nothing if there are no items.</summary>
    public void List<T>(string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        var any = false;
        foreach (var item in items)
        {
            if (any)
            {
                Text(",\n");
            }
            else
            {
                Name(name);
                Text("[\n");
            }

            any = true;
            Value(json => write(json, item));
        }

        if (any)
        {
            Text("\n]");
            _next = ",\n";
        }
    }

    /// <summary>Writes a member whose value has members of its own.</summary>
    public void Section(string name, Action write)
    {
        Name(name);
        _next = "{\n";
        write();
        End();
        _next = ",\n";
    }

    /// <summary>Ends the seed.</summary>
    public void End() => Text(_next == "{\n" ? "{}" : "\n}");

    public void Dispose() => _json.Dispose();

    private void Name(string name)
    {
        Text(_next);
        Value(json => json.WriteStringValue(name));
        Text(": ");
    }

    private void Value(Action<Utf8JsonWriter> write)
    {
        _line.ResetWrittenCount();
        _json.Reset(_line);
        write(_json);
        _json.Flush();
        stream.Write(_line.WrittenSpan);
    }

    private void Text(string text) => stream.Write(Encoding.UTF8.GetBytes(text));
}
