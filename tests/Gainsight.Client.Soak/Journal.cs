using System.Text.Json;

namespace Gainsight.Client.Soak;

/// <summary>Writes the steps of a process to a file, each before it begins and after it ends, so that nothing told is lost with the process.</summary>
internal sealed class Journal(string path) : IDisposable
{
    private readonly Lock _sync = new();

    // A killed process loses nothing that the operating system has, so each line goes there at once.
    private readonly FileStream _file = new(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);

    public void Write(Step step)
    {
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(step with { At = DateTimeOffset.UtcNow }), (byte)'\n'];
        lock (_sync)
        {
            _file.Write(line);
        }
    }

    /// <summary>Reads the whole lines of a journal. A kill can cut the last one.</summary>
    public static IEnumerable<Step> Read(string path)
    {
        if (!File.Exists(path))
        {
            yield break;
        }

        var text = File.ReadAllText(path);
        foreach (var line in text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            yield return JsonSerializer.Deserialize<Step>(line)!;
        }
    }

    public void Dispose() => _file.Dispose();
}
