namespace Gainsight.Client.Emulator;

/// <summary>Turns one condition into a test of a row.</summary>
internal static class ConditionCompiler
{
    public static Func<EmulatedRow, bool> Compile(Condition condition, EmulatorSwitches switches)
    {
        var path = condition.Path;
        if (IsIgnored(condition, switches))
        {
            return static _ => true;
        }

        var test = path.Leaf.Picklist is { } picklist
            ? PicklistFilter.Create(condition.Operator, condition.Values, picklist, switches)
            : OnField(condition, switches);
        return row => test(path.Read(row));
    }

    /// <summary>Exact values are compared as the tenant compares keys.</summary>
    private static Func<object?, bool> OnField(Condition condition, EmulatorSwitches switches)
    {
        (var keys, var field) = (switches.Keys, condition.Path.Leaf);
        if (keys == KeyForm.Exact || condition.Operator is not ("EQ" or "NE" or "IN"))
        {
            return Create(condition.Operator, condition.Values, switches);
        }

        var test = Create(condition.Operator, [.. condition.Values.Select(value => keys.Normalize(field, value))], switches);
        return value => test(value is null ? null : keys.Normalize(field, value));
    }

    public static Func<object?, bool> Create(string name, IReadOnlyList<object> values, EmulatorSwitches switches)
    {
        var first = values.Count > 0 ? values[0] : "";
        return name switch
        {
            "EQ" => value => first.Equals(value),
            "NE" => value => value is null ? switches.NotEqualFindsEmpty : !first.Equals(value),
            "LT" => value => value is not null && ValueComparer.Compare(value, first) < 0,
            "GT" => value => value is not null && ValueComparer.Compare(value, first) > 0,
            "LTE" => value => value is not null && ValueComparer.Compare(value, first) <= 0,
            "GTE" => value => value is not null && ValueComparer.Compare(value, first) >= 0,
            "BTW" => Between(first, values[1], switches.BetweenIncludesEnd),
            "IN" => In(values),
            "CONTAINS" => value => value is string text && text.Contains((string)first, StringComparison.Ordinal),
            "STARTS_WITH" => value => value is string text && text.StartsWith((string)first, StringComparison.Ordinal),
            "ENDS_WITH" => value => value is string text && text.EndsWith((string)first, StringComparison.Ordinal),
            "IS_NULL" => value => value is null,
            "IS_NOT_NULL" => value => value is not null,
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
    }

    public static Func<object?, bool> In(IReadOnlyList<object> values)
    {
        HashSet<object> set = [.. values];
        return value => value is not null && set.Contains(value);
    }

    private static Func<object?, bool> Between(object low, object high, bool includesEnd) => value =>
        value is not null
        && ValueComparer.Compare(value, low) >= 0
        && ValueComparer.Compare(value, high) < (includesEnd ? 1 : 0);

    private static bool IsIgnored(Condition condition, EmulatorSwitches switches) =>
        (condition.IsRowIdGreaterThan && switches.GsidGreaterThan == OperatorSupport.Ignored)
        || (condition.Operator == "IN" && switches.In == OperatorSupport.Ignored);
}
