using System.Text;
using System.Text.Json;

namespace Gainsight.Client.Tests;

/// <summary>The page reader beside <see cref="JsonDocument"/>, over pages that are broken or changed at every place.</summary>
public sealed class RecordPageMutationTests
{
    private const string Page =
        """[{"Name":"Ac\"me","Arr":-10.50,"Live":true,"Gone":null,"Owner":{"a":["}",1e3]}},{ "Arr" : 0, "Name":"B", "Live":false },{"Na\u006de":"C","New":12E-2,"Tags":[ ]},{}]""";

    /// <summary>One or two of each kind of byte that JSON tells apart.</summary>
    private const string Replacements = "\"\\{}[],:-+.0129eEntfu/ \n\u0001x";

    [Fact]
    public void A_page_that_ends_early_is_refused_wherever_it_ends()
    {
        for (var length = 1; length < Page.Length; length++)
        {
            Read(Page[..length]).Should().BeNull(because: "it ends after byte {0}", length);
        }

        Read(Page).Should().HaveCount(4);
    }

    [Fact]
    public void A_page_with_any_byte_replaced_is_read_as_JSON_says_or_refused()
    {
        foreach (var replacement in Replacements)
        {
            for (var place = 0; place < Page.Length; place++)
            {
                Check($"{Page[..place]}{replacement}{Page[(place + 1)..]}");
            }
        }
    }

    [Fact]
    public void A_page_with_any_byte_put_in_or_left_out_is_read_as_JSON_says_or_refused()
    {
        for (var place = 0; place < Page.Length; place++)
        {
            Check(Page.Remove(place, 1));
            foreach (var added in Replacements)
            {
                Check(Page.Insert(place, added.ToString()));
            }
        }
    }

    private static void Check(string page) => Read(page).Should().Equal(Expected(page), because: "the page is {0}", page);

    /// <summary>The rows as text, or null when the page is refused.</summary>
    private static string[]? Read(string page)
    {
        try
        {
            return [.. Wire.Read<ObjectRecord>(page).Select(row => Text(row.FieldNames.Select(name => (name, row.Get(Field.Custom<JsonElement>(name))))))];
        }
        catch (GainsightProtocolException)
        {
            return null;
        }
    }

    private static string[]? Expected(string page)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(page));
            var rows = JsonElement.ParseValue(ref reader);
            return [.. rows.EnumerateArray().Select(row => Text(row.EnumerateObject().Select(property => (property.Name, (JsonElement?)property.Value))))];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Text(IEnumerable<(string Name, JsonElement? Value)> fields)
    {
        var row = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in fields.Where(field => !string.IsNullOrWhiteSpace(field.Name)))
        {
            row[name] = value is { ValueKind: not JsonValueKind.Null } given && given.GetRawText() is not "\"\"" ? given.GetRawText() : "null";
        }

        return string.Join(' ', row.Select(field => $"{field.Key.ToUpperInvariant()}={field.Value}"));
    }
}
