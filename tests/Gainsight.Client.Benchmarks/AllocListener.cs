using System.Diagnostics.Tracing;
namespace Gainsight.Client.Benchmarks;
internal sealed class AllocListener : EventListener
{
    public readonly Dictionary<string, long> Types = new();
    protected override void OnEventSourceCreated(EventSource s) { if (s.Name == "Microsoft-Windows-DotNETRuntime") EnableEvents(s, EventLevel.Verbose, (EventKeywords)0x1); }
    protected override void OnEventWritten(EventWrittenEventArgs e)
    {
        if (e.EventName is { } n && n.StartsWith("GCAllocationTick", StringComparison.Ordinal))
        {
            var t = (string)e.Payload![e.PayloadNames!.IndexOf("TypeName")]!;
            lock (Types) { Types.TryGetValue(t, out var c); Types[t] = c + 1; }
        }
    }
}
