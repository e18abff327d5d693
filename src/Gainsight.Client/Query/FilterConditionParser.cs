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
            switch (member.Name)
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
                    throw new FormatException($"{place}.{member.Name}: a condition has the strings name, alias and operator, the array value, and no other members.");
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
            return (alias[0], FilterOf(FieldTokens.Of(name), Operator.Of(@operator), values, place));
        }
        catch (ArgumentException exception)
        {
            throw new FormatException($"{place}: {exception.Message}", exception);
        }
    }

    private static string TextOf(JsonProperty member, string place) =>
        member.Value.ValueKind == JsonValueKind.String && member.Value.GetString() is { } text && !string.IsNullOrWhiteSpace(text)
            ? text
            : throw new FormatException($"{place}.{member.Name}: this is not a string, or it is empty.");

    private static FilterCondition FilterOf(Field field, Operator @operator, JsonElement values, string place)
    {
        var count = values.GetArrayLength();
        switch (count == 0 ? JsonValueKind.String : values[0].ValueKind)
        {
            case JsonValueKind.String:
                var texts = new string[count];
                for (var i = 0; i < count; i++)
                {
                    texts[i] = values[i].ValueKind == JsonValueKind.String ? values[i].GetString()! : throw WrongValue(place, i);
                }

                return FilterCondition.Of(field, @operator, texts);

            case JsonValueKind.True or JsonValueKind.False:
                var flags = new bool[count];
                for (var i = 0; i < count; i++)
                {
                    flags[i] = values[i].ValueKind is JsonValueKind.True or JsonValueKind.False ? values[i].GetBoolean() : throw WrongValue(place, i);
                }

                return FilterCondition.Of(field, @operator, flags);

            default:
                var numbers = new decimal[count];
                for (var i = 0; i < count; i++)
                {
                    if (values[i].ValueKind != JsonValueKind.Number || !values[i].TryGetDecimal(out numbers[i]))
                    {
                        throw WrongValue(place, i);
                    }
                }

                return FilterCondition.Of(field, @operator, numbers);
        }
    }

    private static FormatException WrongValue(string place, int index) =>
        new($"{place}.value[{index}]: the values of a condition are strings, numbers, or true and false, and all of the same kind.");
}
