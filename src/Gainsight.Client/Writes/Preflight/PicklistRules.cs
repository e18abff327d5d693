using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Which items a picklist field accepts: active items, by their exact label or by their GSID.</summary>
/// <remarks>
/// Live tests confirm that unknown and inactive items are refused. That case matters is inferred and not confirmed. A label of several
/// active items is accepted, and Gainsight chooses one.
/// </remarks>
internal static class PicklistRules
{
    /// <summary>The most labels in a message.</summary>
    private const int MaxListed = 30;

    /// <summary>Adds an error for each item that the field does not accept.</summary>
    public static void Check(FieldDescription field, JsonElement value, List<RecordError> errors)
    {
        if (field.PicklistItems.Count == 0)
        {
            // The valid items are not known.
            return;
        }

        if (field.DataType == DataType.Picklist)
        {
            CheckItem(field, value, errors);
            return;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    CheckItem(field, item, errors);
                }

                break;
            case JsonValueKind.String:
                foreach (var item in value.GetString()!.Split(MultiSelect.Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                {
                    CheckItem(field, item, errors);
                }

                break;
            default:
                errors.Add(new(RecordErrorCodes.InvalidValue, $"The field {field} expects the labels of picklist items.", field.Name, ValueRules.TextOf(value)));
                break;
        }
    }

    private static void CheckItem(FieldDescription field, JsonElement value, List<RecordError> errors)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            CheckItem(field, value.GetString()!, errors);
        }
        else
        {
            errors.Add(new(RecordErrorCodes.InvalidValue, $"The field {field} expects the label of a picklist item.", field.Name, ValueRules.TextOf(value)));
        }
    }

    private static void CheckItem(FieldDescription field, string text, List<RecordError> errors)
    {
        if (field.Picklist.Accepts(text))
        {
            return;
        }

        var items = field.PicklistItems;
        var isInactive = items.Any(item => item.Label == text || item.Gsid == text);
        var alike = items.FirstOrDefault(item => item.IsActive && string.Equals(item.Label, text, StringComparison.OrdinalIgnoreCase));
        var problem = isInactive ? $"The picklist item is inactive in {field}." : $"{field} has no such picklist item.";
        errors.Add(new(
            isInactive ? RecordErrorCodes.InactivePicklistItem : RecordErrorCodes.UnknownPicklistItem,
            alike is null ? $"{problem} {Valid(field)}" : $"{problem} Did you mean {alike.Label}? Upper and lower case matter.",
            field.Name,
            text));
    }

    private static string Valid(FieldDescription field)
    {
        string[] labels = [.. field.Picklist.ActiveLabels];
        var rest = labels.Length > MaxListed ? $" and {labels.Length - MaxListed} more" : string.Empty;
        return labels.Length == 0 ? "It has no active item." : $"The active items are: {string.Join(", ", labels.Take(MaxListed))}{rest}.";
    }
}
