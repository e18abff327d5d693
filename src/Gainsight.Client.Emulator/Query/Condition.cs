using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>One entry of <c>where.conditions</c>, checked against the field's data type.</summary>
internal sealed record Condition(string Alias, FieldPath Path, string Operator, IReadOnlyList<object> Values)
{
    public bool IsRowIdGreaterThan => Operator == "GT" && Path.IsRowId;

    public static Condition Parse(RequestContext context, EmulatedObject source, JsonElement json, bool needsAlias = true)
    {
        var name = RequestJson.Text(json, "name");
        var alias = needsAlias ? RequestJson.Text(json, "alias") : "A";
        var operation = RequestJson.Text(json, "operator");
        var path = FieldPath.Parse(context.Tenant, source, name);
        if (alias.Length == 0 || !alias.All(char.IsAsciiLetterUpper) || alias is "AND" or "OR")
        {
            throw RefusedException.BadRequest("An alias must consist of upper-case letters.");
        }

        if (!QueryOperators.IsKnown(operation) || !QueryOperators.Takes(path.Leaf.DataType, operation))
        {
            throw RefusedException.BadRequest($"The field {name} does not support the operator {operation}.");
        }

        if (!json.TryGetProperty("value", out var values)
            || values.ValueKind != JsonValueKind.Array
            || !QueryOperators.TakesCount(operation, values.GetArrayLength()))
        {
            throw RefusedException.BadRequest($"The operator {operation} does not support that value.");
        }

        var literal = path.Leaf.DataType.HasPicklist() || path.Leaf.DataType.IsText();
        var condition = new Condition(alias, path, operation, [.. values.EnumerateArray().Select(value => Value(context, name, path.Leaf, value, literal))]);
        var refused = (condition.IsRowIdGreaterThan && context.Switches.GsidGreaterThan == OperatorSupport.Refused)
            || (operation == "IN" && context.Switches.In == OperatorSupport.Refused);
        return refused ? throw RefusedException.BadRequest($"The field {name} does not support the operator {operation}.") : condition;
    }

    /// <summary>A filter may look for text that the field would refuse, such as half an email address.</summary>
    private static object Value(RequestContext context, string name, EmulatedField field, JsonElement json, bool literal)
    {
        if (literal && json.ValueKind == JsonValueKind.String)
        {
            return json.GetString()!;
        }

        if (field.DataType == EmulatedDataType.DateTime
            && json.ValueKind == JsonValueKind.String
            && WireDates.TryParseDateTime(json.GetString()!, context.Switches.FilterOffsetOf, context.Switches.FilterTimesIgnoreTheirOffset, out var moment))
        {
            return moment;
        }

        object? value = null;
        var error = literal || json.ValueKind == JsonValueKind.Null
            ? new FieldError(ErrorCodes.InvalidField, name, "Invalid field, please re-check the mapping.", json)
            : ValueReader.Read(field, name, json, context.Switches, out value);
        return error is null ? value! : throw new RefusedException(error.Code, error.Description);
    }
}
