using System.Globalization;

namespace Gainsight.Client;

/// <summary>Finds what changed between two descriptions of an object.</summary>
internal static class DescriptionComparer
{
    /// <summary>The differences: first those of the fields that were there, then new fields.</summary>
    public static IReadOnlyList<Drift> Compare(ObjectDescription before, ObjectDescription now, CancellationToken cancellationToken)
    {
        var changes = new List<Drift>();
        FieldDescription[] added = [.. now.Fields.Where(field => before.Find(field.Name) is null)];
        foreach (var field in before.Fields)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (now.Find(field.Name) is { } current)
            {
                Compare(field, current, changes);
            }
            else
            {
                changes.Add(new(DriftKind.FieldGone, field.Name) { PossiblyRenamedTo = SuccessorOf(field, added) });
            }
        }

        changes.AddRange(added.Select(field => new Drift(DriftKind.FieldNew, field.Name)));
        return changes;
    }

    /// <summary>The fields with names that are similar to one that is gone.</summary>
    public static string? Nearest(string name, IEnumerable<FieldDescription> fields) =>
        ObjectList.Nearest(name, fields, field => field.Name, field => field.Label) is [var nearest, ..] ? nearest : null;

    private static string? SuccessorOf(FieldDescription field, FieldDescription[] added) =>
        Array.Find(added, candidate => string.Equals(candidate.Label, field.Label, StringComparison.OrdinalIgnoreCase))?.Name ?? Nearest(field.Name, added);

    private static void CompareWords(DriftKind kind, FieldDescription before, FieldDescription now, List<Drift> changes, Func<FieldDescription, string> words)
    {
        (var expected, var actual) = (words(before), words(now));
        if (expected != actual)
        {
            changes.Add(new(kind, before.Name) { Expected = expected, Actual = actual });
        }
    }

    private static string NeedOf(FieldDescription field) => field.IsRequired ? "required" : field.IsNillable ? "optional" : "never null";

    private static string AccessOf(FieldDescription field) => (field.IsReadOnly, field.IsCreateable, field.IsUpdateable) switch
    {
        (true, _, _) or (_, false, false) => "read-only",
        (_, false, _) => "set by updates only",
        (_, _, false) => "set by inserts only",
        _ => "writable",
    };

    private static void Compare(FieldDescription before, FieldDescription now, List<Drift> changes)
    {
        if (before.DataType != now.DataType)
        {
            changes.Add(new(DriftKind.TypeChanged, before.Name) { Expected = before.DataType.Name ?? "unknown", Actual = now.DataType.Name ?? "unknown" });
        }

        if (before.Length is { } length && now.Length is { } other && length != other)
        {
            changes.Add(new(DriftKind.LengthChanged, before.Name)
            {
                Expected = length.ToString(CultureInfo.InvariantCulture),
                Actual = other.ToString(CultureInfo.InvariantCulture),
            });
        }

        CompareWords(DriftKind.RequiredChanged, before, now, changes, NeedOf);
        CompareWords(DriftKind.AccessChanged, before, now, changes, AccessOf);

        if (!now.IsPicklist)
        {
            return;
        }

        // Writes and filters name items by label. An item that has another label now is gone for them, whatever its GSID.
        foreach (var item in before.PicklistItems.Where(item => item.IsActive))
        {
            PicklistItem[] alike = [.. now.PicklistItems.Where(candidate => string.Equals(candidate.Label, item.Label, StringComparison.OrdinalIgnoreCase))];
            if (!Array.Exists(alike, candidate => candidate.IsActive))
            {
                changes.Add(new(DriftKind.ItemGone, before.Name)
                {
                    Expected = item.Label,
                    Actual = alike.Length > 0 ? "inactive" : null,
                    PossiblyRenamedTo = now.PicklistItems.FirstOrDefault(candidate => candidate.Gsid == item.Gsid && alike.Length == 0)?.Label,
                });
            }
        }
    }
}
