using System.Globalization;

namespace Gainsight.Client.Fuzz.Clients;

/// <summary>Which answer is changed, or null for all, and the seed of the change.</summary>
internal readonly record struct AnswerChange(int? Call, int Seed)
{
    public override string ToString() => FormattableString.Invariant($"answer {Call?.ToString(CultureInfo.InvariantCulture) ?? "*"} {Seed}");
}
