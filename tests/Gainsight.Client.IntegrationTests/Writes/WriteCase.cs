using FsCheck;
using FsCheck.Fluent;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Writes;

/// <summary>A batch and its faults. These numbers determine everything that happens.</summary>
internal sealed record WriteCase(
    string Kind, int Rows, int Keys, int PresentPercent, int BadPercent, bool Skip, bool Preflight, int Seed, IReadOnlyList<(FaultKind Kind, int Percent)> Faults)
{
    public static readonly FaultKind[] FaultKinds = Enum.GetValues<FaultKind>();

    public static Arbitrary<WriteCase> Arbitrary { get; } = Arb.ToArbitrary(
        from kind in Gen.Elements("insert", "update", "upsert", "delete")
        from rows in Gen.OneOf(Gen.Choose(0, 20), Gen.Choose(0, 300))
        from distinct in Gen.Choose(40, 120)
        from present in Gen.Choose(0, 100)
        from bad in Gen.Elements(0, 0, 1, 5)
        from skip in Gen.Elements(true, false)
        from preflight in Gen.Elements(true, false, false)
        from seed in Gen.Choose(1, int.MaxValue)
        from faults in (from fault in Gen.Elements(FaultKinds) from percent in Gen.Choose(5, 35) select (fault, percent)).ListOf()
        select new WriteCase(kind, rows, Math.Max(1, rows * distinct / 120), present, bad, skip, preflight, seed, [.. faults.Take(4)]),
        Smaller);

    public override string ToString() =>
        $"{Kind} of {Rows} rows with {Keys} keys, {PresentPercent} % there, {BadPercent} % bad, {(Skip ? "skipping, " : string.Empty)}{(Preflight ? "checked, " : string.Empty)}seed {Seed}, faults {string.Join(", ", Faults.Select(fault => $"{fault.Kind} {fault.Percent} %"))}";

    private static IEnumerable<WriteCase> Smaller(WriteCase whole)
    {
        for (var i = 0; i < whole.Faults.Count; i++)
        {
            yield return whole with { Faults = [.. whole.Faults.Where((_, at) => at != i)] };
        }

        if (whole.BadPercent > 0)
        {
            yield return whole with { BadPercent = 0 };
        }

        for (var less = whole.Rows / 2; less > 0; less /= 2)
        {
            yield return whole with { Rows = whole.Rows - less, Keys = Math.Max(1, whole.Keys * (whole.Rows - less) / whole.Rows) };
        }
    }
}
