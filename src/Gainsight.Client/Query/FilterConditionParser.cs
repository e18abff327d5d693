using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Reads one condition of the <c>where</c> of a query call.</summary>
internal static class FilterConditionParser
{
    /// <exception cref="FormatException">The JSON is not such a condition.</exception>
    public static (char Alias, Filter Filter) Parse(JsonElement condition, string place)
    {
        if (condition.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException($"{place}: this is not an object.");
        }

        string? name = null, alias = null, @operator = null;
        JsonElement values = default;
        foreach (var member in condition.EnumerateObject())
        {
            switch (AnswerJson.NameOf(member))
            {
                case "name":
                    name = TextOf(member, place);
                    break;
                case "alias":
                    alias = TextOf(member, place);
                    break;
                case "operator":
                    @operator = TextOf(member, place);
                    break;
                case "value" when member.Value.ValueKind == JsonValueKind.Array:
                    values = member.Value;
                    break;
                default:
                    throw new FormatException($"{place}.{AnswerJson.NameOf(member)}: a condition has the strings name, alias and operator, the array value, and no other members.");
            }
        }

        if (name is null || alias is null || @operator is null || values.ValueKind == JsonValueKind.Undefined)
        {
            throw new FormatException($"{place}: name, alias, operator or value is missing.");
        }

        if (alias is not [>= 'A' and <= 'Z'])
        {
            throw new FormatException($"{place}.alias: this is not a letter from A to Z.");
        }

        try
        {
            return (alias[0], FilterOf(Field.ByName(name), Operator.Of(@operator), values, place));
        }
        catch (ArgumentException exception)
        {
            throw new FormatException($"{place}: {exception.Message}", exception);
        }
    }

    private static string TextOf(JsonProperty member, string place) =>
        FilterParser.TextOf(member.Value) is { } text && !string.IsNullOrWhiteSpace(text)
            ? text
            : throw new FormatException($"{place}.{AnswerJson.NameOf(member)}: this is not a string, or it is empty.");

    private static FilterCondition FilterOf(Field field, Operator @operator, JsonElement values, string place)
    {
        var count = values.GetArrayLength();
        switch (count == 0 ? JsonValueKind.String : values[0].ValueKind)
        {
            case JsonValueKind.String:
                return FilterCondition.Of(field, @operator, All(values, place, FilterParser.TextOf));

            case JsonValueKind.True or JsonValueKind.False:
                return FilterCondition.Of(field, @operator, [.. All(values, place, FlagOf).Select(flag => flag!.Value)]);

            default:
                return FilterCondition.Of(field, @operator, [.. All(values, place, NumberOf).Select(number => number!.Value)]);
        }
    }

    /// <summary>Reads the values one after the other. Indexing an array with objects in it would search it from the start each time.</summary>
    private static T[] All<T>(JsonElement values, string place, Func<JsonElement, T?> read)
    {
        var all = new List<T>(values.GetArrayLength());
        foreach (var value in values.EnumerateArray())
        {
            all.Add(read(value) ?? throw WrongValue(place, all.Count));
        }

        return [.. all];
    }

    private static bool? FlagOf(JsonElement value) => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;

    private static decimal? NumberOf(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : null;

    private static FormatException WrongValue(string place, int index) =>
        new($"{place}.value[{index}]: the values of a condition are strings, numbers, or true and false, and all of the same kind.");
}
