using Gainsight.Client.Fuzz.Targets;

namespace Gainsight.Client.Fuzz;

/// <summary>Everything that is fuzzed.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new PageTarget(),
        new EnvelopeTarget(),
        new CsvTarget(),
        new CheckpointTarget(),
        new FilterTarget(),
        new MetadataTarget(),
        new DateTarget(),
        new NumberTarget(),
        new ClientTarget(),
        new EmulatorTarget(),
    ];
}
