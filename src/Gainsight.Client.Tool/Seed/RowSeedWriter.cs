using System.Globalization;
using System.Text.Json;

namespace Gainsight.Client.Tool;

/// <summary>Writes the rows of one object. GSIDs stay, so that rows still point to each other.</summary>
internal sealed class RowSeedWriter
{
    private readonly Utf8JsonWriter _json;
    private readonly ObjectDescription _description;
    private readonly PersonalData _mask;
    private readonly Dictionary<FieldDescription, HashSet<string>> _items;

    public RowSeedWriter(Utf8JsonWriter json, ObjectDescription description, PersonalData mask)
    {
        _json = json;
        _description = description;
        _mask = mask;
        _items = description.Fields.Where(field => field.IsPicklist).ToDictionary(
            field => field, field => field.PicklistItems.SelectMany(item => new[] { item.Gsid, item.Label }).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>The picklist values that the tenant's rows have and its picklists do not.</summary>
    public int Unreadable { get; private set; }

    public void Write(ObjectRecord row)
    {
        _json.WriteStartObject();
        foreach (var field in _description.Fields)
        {
            if (row[field.Name] is not null)
            {
                Write(row, field);
            }
        }

        _json.WriteEndObject();
    }

    private void Write(ObjectRecord row, FieldDescription field)
    {
        switch (field.Token)
        {
            case Field<decimal> number when row.Get(number) is { } value:
                _json.WriteNumber(field.Name, value);
                break;
            case Field<bool> flag when row.Get(flag) is { } value:
                _json.WriteBoolean(field.Name, value);
                break;
            case Field<DateOnly> day when row.Get(day) is { } value:
                _json.WriteString(field.Name, value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case Field<DateTimeOffset> time when row.Get(time) is { } value:
                _json.WriteString(field.Name, value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
                break;
            case Field<IReadOnlyList<string>> items when row.Get(items) is { } value:
                WriteItems(field, value);
                break;
            case Field<JsonElement> element when row.Get(element) is { } value:
                _json.WritePropertyName(field.Name);
                _json.WriteRawValue(_mask.ReplaceAddresses(_description, field, value.GetRawText()));
                break;
            default:
                WriteText(field, row[field.Name]);
                break;
        }
    }

    private void WriteItems(FieldDescription field, IReadOnlyList<string> items)
    {
        _json.WriteStartArray(field.Name);
        foreach (var item in items)
        {
            if (_items.GetValueOrDefault(field)?.Contains(item) == false)
            {
                Unreadable++;
            }
            else
            {
                _json.WriteStringValue(item);
            }
        }

        _json.WriteEndArray();
    }

    private void WriteText(FieldDescription field, object? value)
    {
        if (value is not string text)
        {
            // A list of ids, which the emulator keeps as it is.
            if (value is JsonElement { ValueKind: JsonValueKind.Array } list)
            {
                _json.WriteString(field.Name, string.Join(';', list.EnumerateArray().Select(item => item.ToString())));
            }
        }
        else if (field.IsPicklist && !_items[field].Contains(text))
        {
            Unreadable += text.Length == 0 ? 0 : 1;
        }
        else
        {
            _json.WriteString(field.Name, _mask.Replace(_description, field, text));
        }
    }
}
