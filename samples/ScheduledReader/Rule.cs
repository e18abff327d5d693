using System.Globalization;

namespace ScheduledReader;

internal enum RuleKind
{
    Created,
    Rises,
    Falls,
    Becomes,
}

/// <summary>When a change of a row is a lifecycle event: the row is new, or the field rose, fell, or became one of some values.</summary>
internal sealed record Rule(string Event, string Field, RuleKind When, string[]? Values = null, bool On = true)
{
    public bool Holds(ObjectChange change)
    {
        string? old = change.Before.GetValueOrDefault(Field), now = change.After.GetValueOrDefault(Field);
        return On && now is not null && When switch
        {
            RuleKind.Created => change.Kind == ChangeKind.Created,
            RuleKind.Becomes => now != old && Values?.Contains(now) == true && !change.UnknownBefore.Contains(Field),
            _ => old is not null && Math.Sign(Compare(now, old)) == (When == RuleKind.Rises ? 1 : -1),
        };
    }

    private static int Compare(string left, string right) =>
        decimal.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out var first)
        && decimal.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out var second)
            ? first.CompareTo(second)
            : string.CompareOrdinal(left, right);
}
