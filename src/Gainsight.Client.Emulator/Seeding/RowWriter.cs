using System.Globalization;
using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Writes the rows of an object as a seed has them. Made under the tenant's lock, used without it: rows never change.</summary>
internal sealed class RowWriter
{
    private readonly List<(EmulatedField Field, Dictionary<string, string>? Labels)> _columns;
    private readonly bool _hasGsid;

    public RowWriter(EmulatedObject owner)
    {
        _columns = [.. owner.Fields.Where(field => field.Computed is null).Select(field => (field, Labels(field)))];
        _hasGsid = owner.GsidField is not null;
        Name = owner.Name;
        Rows = [.. owner.Store.All];
    }

    public string Name { get; }

    public IReadOnlyList<EmulatedRow> Rows { get; }

    public void Write(Utf8JsonWriter json, EmulatedRow row)
    {
        json.WriteStartObject();
        if (!_hasGsid)
        {
            json.WriteString(FieldNames.Gsid, row.Gsid);
        }

        foreach ((var field, var labels) in _columns)
        {
            if (row[field] is { } value)
            {
                json.WritePropertyName(field.Name);
                Write(json, field, labels, value);
            }
        }

        json.WriteEndObject();
    }

    /// <summary>Writes the value of a field: labels of a picklist rather than GSIDs, which nobody can read.</summary>
    public static void Write(Utf8JsonWriter json, EmulatedField field, object value) => Write(json, field, Labels(field), value);

    private static void Write(Utf8JsonWriter json, EmulatedField field, Dictionary<string, string>? labels, object value)
    {
        switch (value)
        {
            case string gsids when field.DataType == EmulatedDataType.MultiSelect:
                json.WriteStartArray();
                foreach (var gsid in gsids.Split(';'))
                {
                    json.WriteStringValue(labels!.GetValueOrDefault(gsid, gsid));
                }

                json.WriteEndArray();
                break;
            case string text:
                json.WriteStringValue(labels?.GetValueOrDefault(text) ?? text);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case DateOnly day:
                json.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset moment:
                json.WriteStringValue(Moment(moment));
                break;
            default:
                throw new NotSupportedException($"The field {field.Name} holds a {value.GetType().Name}.");
        }
    }

    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>The labels that lead back to their item.</summary>
    private static Dictionary<string, string>? Labels(EmulatedField field) => field.Picklist?.Items
        .Where(item => field.Picklist.Find(item.Label) == item)
        .ToDictionary(item => item.Gsid, item => item.Label, StringComparer.Ordinal);
}
