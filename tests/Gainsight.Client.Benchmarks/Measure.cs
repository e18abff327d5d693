namespace Gainsight.Client.Benchmarks;

/// <summary>A line of the report.</summary>
/// <param name="Row">The number and name of the measure.</param>
/// <param name="Value">What was measured.</param>
/// <param name="Spread">The spread of the single measurements. Null if the value is exact.</param>
/// <param name="Goal">The upper limit. Null if the value is only recorded.</param>
/// <param name="Unit">The unit of the numbers.</param>
internal sealed record Measure(string Row, double Value, double? Spread, double? Goal, string Unit)
{
    /// <summary>The maximum spread of a value that can be used, as a part of it.</summary>
    public const double MaxSpread = 0.2;

    /// <summary>Whether the value is the same in every run, so that a missed goal is a regression and not noise.</summary>
    public bool IsExact => Spread is null;

    /// <summary>Whether the single measurements differ so much that the value says little. A difference near zero is never noisy.</summary>
    public bool IsNoisy => Unit == "×" && Spread > MaxSpread * Value;

    public bool IsMet => Goal is null || Value <= Goal;

    public override string ToString() => FormattableString.Invariant(
        $"| {Row} | {Number(Value)}{(Spread is { } spread ? $" ± {Number(spread)}" : "")} {Unit} | {(Goal is { } goal ? $"≤ {Number(goal)}" : "–")} | {(Goal is null ? "recorded" : IsMet ? "met" : "MISSED")} |");

    private static FormattableString Number(double value) => value >= 100 ? $"{value:N0}" : (FormattableString)$"{value:0.###}";
}
