using System.Globalization;

namespace ScheduledReader;

/// <summary>When a change of a row is a lifecycle event: the field was set first, rose, fell, or became one of some values.</summary>
internal sealed record Rule(string Event, string Field, string When, string[]? Values = null, bool On = true)
{
    public bool Holds(Row? before, Row after)
    {
        string? old = before?.GetValueOrDefault(Field), now = after.GetValueOrDefault(Field);
        return On && now is not null && When switch
        {
            "Created" => before is null,
            "Rises" => old is not null && Compare(now, old) > 0,
            "Falls" => old is not null && Compare(now, old) < 0,
            "Becomes" => now != old && Values?.Contains(now) == true,
            _ => throw new FormatException($"'{When}' of the event {Event} is not known. Use Created, Rises, Falls or Becomes."),
        };
    }

    private static int Compare(string left, string right) =>
        decimal.TryParse(left, CultureInfo.InvariantCulture, out var first) && decimal.TryParse(right, CultureInfo.InvariantCulture, out var second)
            ? first.CompareTo(second)
            : string.CompareOrdinal(left, right);
}
