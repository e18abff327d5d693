using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Reads the <c>where</c> of a query call. It refuses everything it does not know: an ignored member could change which rows match.</summary>
internal sealed class FilterParser
{
    /// <summary>A filter of 26 conditions needs no deeper nesting.</summary>
    private const int MaxDepth = FilterJunction.MaxConditions;

    private readonly Dictionary<char, Filter> _conditions = [];
    private readonly HashSet<char> _used = [];
    private string _expression = string.Empty;
    private int _position;

    /// <exception cref="FormatException">The JSON is not such a <c>where</c>. The message names the place.</exception>
    public static Filter Parse(JsonElement where) => new FilterParser().Read(where);

    private Filter Read(JsonElement where)
    {
        (var conditions, var expression) = MembersOf(where);
        var index = 0;
        foreach (var condition in conditions.EnumerateArray())
        {
            (var alias, var filter) = FilterConditionParser.Parse(condition, $"conditions[{index}]");
            if (!_conditions.TryAdd(alias, filter))
            {
                throw new FormatException($"conditions[{index}].alias: the letter {alias} is used twice.");
            }

            index++;
        }

        _expression = TextOf(expression) ?? throw new FormatException("expression: this is not valid text.");
        var read = Alternatives(depth: 0);
        if (Next() is { } rest)
        {
            throw Unexpected(rest);
        }

        return _used.Count == _conditions.Count
            ? read
            : throw new FormatException("expression: it leaves out a condition. Name each condition, or remove it.");
    }

    /// <summary>The text of a string. Null for another value, and for half a character, which no filter can find.</summary>
    public static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static (JsonElement Conditions, JsonElement Expression) MembersOf(JsonElement where)
    {
        if (where.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("The filter is not an object with the members conditions and expression.");
        }

        JsonElement conditions = default, expression = default;
        foreach (var member in where.EnumerateObject())
        {
            switch (AnswerJson.NameOf(member))
            {
                case "conditions" when member.Value.ValueKind == JsonValueKind.Array:
                    conditions = member.Value;
                    break;
                case "expression" when member.Value.ValueKind == JsonValueKind.String:
                    expression = member.Value;
                    break;
                default:
                    throw new FormatException($"{AnswerJson.NameOf(member)}: a filter has the array conditions, the string expression, and no other members.");
            }
        }

        return conditions.ValueKind == JsonValueKind.Undefined || expression.ValueKind == JsonValueKind.Undefined
            ? throw new FormatException("The filter has no conditions or no expression.")
            : (conditions, expression);
    }

    private Filter Alternatives(int depth)
    {
        var read = Operand(depth);
        string? joiner = null;
        while (Next() is { } word && word != ")")
        {
            var isOr = word == "OR";
            if (!isOr && word != "AND")
            {
                throw Unexpected(word);
            }

            if ((joiner ??= word) != word)
            {
                throw new FormatException(
                    $"expression, before character {_position}: AND and OR are mixed, and their precedence is undocumented. Add parentheses.");
            }

            _position += word.Length;
            var next = Operand(depth);
            try
            {
                read = isOr ? read | next : read & next;
            }
            catch (ArgumentException exception)
            {
                throw new FormatException($"expression, before character {_position}: {exception.Message}", exception);
            }
        }

        return read;
    }

    private Filter Operand(int depth)
    {
        var word = Next() ?? throw new FormatException("expression: it ends where a condition is expected.");
        if (word == "(" && depth < MaxDepth)
        {
            _position++;
            var inner = Alternatives(depth + 1);
            if (Next() != ")")
            {
                throw new FormatException("expression: a parenthesis is not closed.");
            }

            _position++;
            return inner;
        }

        if (word.Length != 1 || !_conditions.TryGetValue(word[0], out var condition))
        {
            throw Unexpected(word);
        }

        _position++;
        _used.Add(word[0]);
        return condition;
    }

    /// <summary>Returns the next word or parenthesis without consuming it, or null at the end.</summary>
    private string? Next()
    {
        while (_position < _expression.Length && _expression[_position] == ' ')
        {
            _position++;
        }

        var end = _position;
        while (end < _expression.Length && char.IsAsciiLetter(_expression[end]))
        {
            end++;
        }

        return _position == _expression.Length ? null : _expression[_position..Math.Max(end, _position + 1)];
    }

    private FormatException Unexpected(string word) => new(
        $"expression, character {_position + 1}: {(word.Length == 1 ? $"'{word}'" : "this word")} is not expected here. Join the letters of the conditions with AND, OR and parentheses.");
}
