namespace Gainsight.Client;

/// <summary>How rows with one of many values of a field are read: in blocks, in a form that the tenant accepts.</summary>
internal static class ManyValues
{
    /// <summary>The forms of a block, tried in this order: many values of IN, few, EQ joined by OR, a single EQ.</summary>
    public static readonly (Operator Operator, int Values)[] Forms =
        [(Operator.In, 500), (Operator.In, 50), (Operator.EqualTo, FilterJunction.MaxConditions), (Operator.EqualTo, 1)];

    /// <summary>The number of values of a block in a form next to a filter. Values joined by OR are each joined to the whole filter, because parentheses are undocumented.</summary>
    public static int MostOf(int form, Filter? where) => Forms[form] switch
    {
        (var @operator, var values) when @operator == Operator.In || where is null => values,
        (_, var values) => where.HasOr ? 1 : Math.Clamp(FilterJunction.MaxConditions / (1 + where.Count), 1, values),
    };

    /// <summary>Whether the next form may be accepted. A page of something on the way says nothing of the form, unless the call was too large for it.</summary>
    public static bool AllowsNextForm(GainsightValidationException refused, int form) =>
        form < Forms.Length - 1 && refused.ToRefusal() is { IsFromGainsight: true } or { IsTooLarge: true };

    /// <summary>Whether a refusal says something of the form for later blocks too. One that was cut off on its way does not.</summary>
    public static bool IsReadable(GainsightValidationException refused) => refused.ToRefusal() is { IsComplete: true } or { IsTooLarge: true };
}
