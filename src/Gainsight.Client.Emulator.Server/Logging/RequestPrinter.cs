using System.Globalization;
using System.Threading.Channels;

namespace Gainsight.Client.Emulator;

/// <summary>
/// Prints a line for each request. It never holds up a request: lines are left out while nobody reads the output, as when a script starts the tool
/// and reads only its first line.
/// </summary>
internal sealed class RequestPrinter : IAsyncDisposable
{
    private const int LongestPath = 120;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Channel<string> _lines = Channel.CreateBounded<string>(new BoundedChannelOptions(1000) { SingleReader = true });
    private readonly RequestPipeline _pipeline;
    private readonly Task _printing;
    private int _leftOut;

    public RequestPrinter(RequestPipeline pipeline, TextWriter output)
    {
        _pipeline = pipeline;
        _pipeline.Served += Print;

        // A console that nobody reads blocks the thread that writes.
        _printing = Task.Factory.StartNew(() => WriteAll(output), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public async ValueTask DisposeAsync()
    {
        _pipeline.Served -= Print;
        _ = _lines.Writer.TryComplete();
        _ = await Task.WhenAny(_printing, Task.Delay(Patience, TimeProvider.System)).ConfigureAwait(false);
    }

    /// <summary>One request, without its query string, its body and its key.</summary>
    public static string Line(RequestLogEntry entry)
    {
        var path = entry.Path.Length > LongestPath ? entry.Path[..LongestPath] + "…" : entry.Path;
        var status = entry switch
        {
            { Canceled: true } => "canceled",
            { Status: 0 } => "cut",
            _ => entry.Status.ToString(CultureInfo.InvariantCulture),
        };
        var line = string.Create(CultureInfo.InvariantCulture, $"{entry.Time:HH:mm:ss.fff} {entry.Method,-6} {path} {status}");
        return line
            + (entry.ErrorCode is { } code ? " " + code : "")
            + string.Create(CultureInfo.InvariantCulture, $" {entry.Duration.TotalMilliseconds:0} ms")
            + (entry.Fault is { } fault ? $" fault {fault}" : "");
    }

    private static bool IsError(RequestLogEntry entry) =>
        entry.Status is < 100 or >= 400 || entry.ErrorCode is not null || entry.Fault is not null || entry.Canceled;

    private void Print(RequestContext context, RequestLogEntry entry, EmulatorResponse? response)
    {
        var level = _pipeline.Log.Level;
        if (level == RequestLogLevel.All || (level == RequestLogLevel.Errors && IsError(entry)))
        {
            if (!_lines.Writer.TryWrite(Line(entry)))
            {
                _ = Interlocked.Increment(ref _leftOut);
            }
        }
    }

    private void WriteAll(TextWriter output)
    {
        while (_lines.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (_lines.Reader.TryRead(out var line))
            {
                output.WriteLine(line);
            }

            if (Interlocked.Exchange(ref _leftOut, 0) is var left and > 0)
            {
                output.WriteLine($"({left} requests are not shown: the output is read too slowly)");
            }
        }
    }
}
