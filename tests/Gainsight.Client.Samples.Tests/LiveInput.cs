namespace Gainsight.Client.Samples.Tests;

/// <summary>An input of one line that stays open, and an output that tells when something was said.</summary>
internal sealed class LiveInput(string line) : TextReader
{
    private readonly TaskCompletionSource<string?> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TellingOutput _output = new();
    private string? _line = line;

    public TextWriter Output => _output;

    public Task Told => _output.Told.Task;

    public void End() => _end.SetResult(null);

    public override ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken) =>
        Interlocked.Exchange(ref _line, null) is { } first ? new(first) : new(_end.Task);

    protected override void Dispose(bool disposing)
    {
        _output.Dispose();
        base.Dispose(disposing);
    }

    private sealed class TellingOutput : StringWriter
    {
        public TaskCompletionSource Told { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            Told.TrySetResult();
        }
    }
}
