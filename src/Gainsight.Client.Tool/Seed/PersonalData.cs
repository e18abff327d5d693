using System.Globalization;
using System.Text.RegularExpressions;

namespace Gainsight.Client.Tool;

/// <summary>
/// Replaces what tells who somebody is. Equal values get equal replacements, so that rows that name the same address still do. The replacements are
/// numbers in the order of the rows: nothing can be computed back from them.
/// </summary>
internal sealed partial class PersonalData
{
    /// <summary>The objects whose rows are people.</summary>
    private static readonly HashSet<string> PeopleObjects = new(StringComparer.OrdinalIgnoreCase) { "person", "gsuser", "company_person", "relationship_person" };

    /// <summary>Texts of people that are settings, not data about them.</summary>
    private static readonly HashSet<string> Settings = new(StringComparer.OrdinalIgnoreCase)
    {
        "Timezone", "Locale", "LicenseType", "SystemType", "PreferredNotificationSource", "CurrencyIsoCode",
    };

    /// <summary>From this length on, a text field is one for notes.</summary>
    private const int FreeTextLength = 256;

    private readonly Dictionary<(string Kind, string Value), int> _numbers = [];
    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _replaced = new(StringComparer.Ordinal);

    /// <summary>Replaces the value of a text field, if it is personal.</summary>
    public string Replace(ObjectDescription description, FieldDescription field, string value)
    {
        if (value.Length == 0 || field.IsPicklist || field.DataType == DataType.Lookup || field.DataType == DataType.Gsid)
        {
            return value;
        }

        var replaced = Replacement(description, field, value);
        if (!ReferenceEquals(replaced, value))
        {
            Count(description, field);
        }

        return field.Length is { } length && replaced.Length > length && !ReferenceEquals(replaced, value) ? replaced[..length] : replaced;
    }

    /// <summary>Replaces the addresses in the source of a JSON value.</summary>
    public string ReplaceAddresses(ObjectDescription description, FieldDescription field, string json)
    {
        var replaced = Address().Replace(json, match => AddressOf(match.Value));
        if (replaced != json)
        {
            Count(description, field);
        }

        return replaced;
    }

    /// <summary>Says what was replaced.</summary>
    public IEnumerable<string> Report() => _replaced.Count == 0 ? [] :
    [
        $"Replaced: {string.Join(", ", _replaced.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} ({pair.Value})")))}.",
        "Names of companies and other objects are not replaced, nor are numbers and dates. Look at the file before you share it.",
    ];

    private string Replacement(ObjectDescription description, FieldDescription field, string value)
    {
        if (field.DataType == DataType.Email || Address().IsMatch(value) && Address().Match(value).Length == value.Length)
        {
            return AddressOf(value);
        }

        var isPerson = PeopleObjects.Contains(description.Name);
        if (isPerson && field.DataType == DataType.SfdcId)
        {
            return value;
        }

        if (PhoneName().IsMatch(field.Name))
        {
            return string.Create(CultureInfo.InvariantCulture, $"+1 555 {NumberOf("phone", value):0000000}");
        }

        if (isPerson && !Settings.Contains(field.Name))
        {
            return field.DataType == DataType.Url ? string.Create(CultureInfo.InvariantCulture, $"https://example.com/{NumberOf("url", value)}") : NumberedText(field.Name, value);
        }

        if (PersonName().IsMatch(field.Name))
        {
            return NumberedText(field.Name, value);
        }

        if (field.DataType == DataType.RichText || field.Length >= FreeTextLength)
        {
            return NumberedText("Text", value);
        }

        return Address().IsMatch(value) ? Address().Replace(value, match => AddressOf(match.Value)) : value;
    }

    private void Count(ObjectDescription description, FieldDescription field)
    {
        var name = $"{description.Name}.{field.Name}";
        _replaced[name] = _replaced.GetValueOrDefault(name) + 1;
    }

    private string AddressOf(string value) => string.Create(CultureInfo.InvariantCulture, $"person{NumberOf("address", value.ToUpperInvariant())}@example.com");

    private string NumberedText(string name, string value) => string.Create(CultureInfo.InvariantCulture, $"{name} {NumberOf(name, value)}");

    private int NumberOf(string kind, string value)
    {
        if (!_numbers.TryGetValue((kind, value), out var number))
        {
            number = _last[kind] = _last.GetValueOrDefault(kind) + 1;
            _numbers.Add((kind, value), number);
        }

        return number;
    }

    [GeneratedRegex(@"[^\s@<>()\[\];,""']+@[^\s@<>()\[\];,""']+\.[^\s@<>()\[\];,""'.]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    [GeneratedRegex("phone|mobile|fax", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PhoneName();

    [GeneratedRegex("(first|last|middle|full|contact|sponsor|person)_?name", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PersonName();
}
