using Gainsight.Client.Emulator;

namespace Gainsight.Client.Soak;

/// <summary>The faults that meet the calls, each with its share of the rate.</summary>
internal static class FaultMix
{
    private static readonly TimeSpan Late = 2 * SoakSettings.AttemptTimeout;

    private static readonly string[] Creations =
        [EmulatorOperations.Insert, EmulatorOperations.CtaCreate, EmulatorOperations.UserCreate, EmulatorOperations.TimelineSave];

    public static List<Fault> AddTo(GainsightEmulator emulator, SoakSettings settings)
    {
        Func<double, Fault>[] each =
        [
            share => new Fault(FaultKind.Throttle) { Probability = share, RetryAfter = "1" },
            share => new Fault(FaultKind.ServerError) { Probability = share },
            share => new Fault(FaultKind.ServerErrorAfterCommit) { Probability = share },
            share => new Fault(FaultKind.Latency) { Probability = share, Delay = Late },
            share => new Fault(FaultKind.LatencyAfterCommit) { Probability = share, Delay = Late },
            share => new Fault(FaultKind.CutBeforeRead) { Probability = share },
            share => new Fault(FaultKind.CutAfterRead) { Probability = share },
            share => new Fault(FaultKind.CutAfterCommit) { Probability = share },
            share => new Fault(FaultKind.CutMidBody) { Probability = share },
            share => new Fault(FaultKind.HtmlWith200) { Probability = share },
            share => new Fault(FaultKind.TruncatedJson) { Probability = share },
            share => new Fault(FaultKind.MalformedJson) { Probability = share },
            share => new Fault(FaultKind.Respond) { Probability = share, Status = 403 },
            share => new Fault(FaultKind.Respond) { Probability = share, Status = 408 },
            share => new Fault(FaultKind.Respond) { Probability = share, Status = 425 },
            share => new Fault(FaultKind.Respond) { Probability = share, Status = 200, ErrorCode = "GU_1101" },
            share => new Fault(FaultKind.RespondAfterCommit) { Probability = share, Status = 502 },
            share => new Fault(FaultKind.ShortBody) { Probability = share },
        ];

        // Late commits come first, so that their share does not depend on the others'. One kind refuses, the other lets the client's time limit
        // pass. Updates have none: one that is carried out twice does no harm by itself, but the second time undoes what the lane wrote since.
        List<Fault> faults =
        [
            .. Creations.Select(operation => new Fault(FaultKind.LateCommit)
            {
                Operation = operation, Probability = settings.LateCommitRate / 2, CommitDelay = SoakSettings.LateCommitDelay,
            }),
            .. Creations.Select(operation => new Fault(FaultKind.LateCommitCut)
            {
                Operation = operation, Probability = settings.LateCommitRate / 2, CommitDelay = SoakSettings.LateCommitDelay, Delay = Late,
            }),
            .. each.Select(create => create(settings.FaultRate / each.Length)),
        ];
        faults.ForEach(fault => emulator.Faults.Add(fault));
        return faults;
    }

    /// <summary>The name of a fault in the result.</summary>
    public static string NameOf(Fault fault) =>
        fault.Kind is FaultKind.Respond or FaultKind.RespondAfterCommit ? $"{fault.Kind} {fault.Status}" : $"{fault.Kind} {fault.Operation}".TrimEnd();
}
