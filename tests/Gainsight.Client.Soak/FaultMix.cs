using Gainsight.Client.Emulator;

namespace Gainsight.Client.Soak;

/// <summary>Every fault of the emulator that can meet a write, each with its share of the rate.</summary>
internal static class FaultMix
{
    private static readonly FaultKind[] Kinds =
    [
        FaultKind.ServerError,
        FaultKind.ServerErrorAfterCommit,
        FaultKind.Latency,
        FaultKind.LatencyAfterCommit,
        FaultKind.CutBeforeRead,
        FaultKind.CutAfterRead,
        FaultKind.CutAfterCommit,
        FaultKind.CutMidBody,
        FaultKind.HtmlWith200,
        FaultKind.TruncatedJson,
        FaultKind.MalformedJson,
    ];

    public static List<Fault> AddTo(GainsightEmulator emulator, SoakSettings settings) => [.. Kinds.Select(kind => emulator.Faults.Add(new Fault(kind)
    {
        Probability = settings.FaultRate / Kinds.Length,
        Delay = 2 * SoakSettings.AttemptTimeout,
    }))];
}
