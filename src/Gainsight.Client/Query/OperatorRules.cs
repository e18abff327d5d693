namespace Gainsight.Client;

/// <summary>Which operators the query API takes for a data type, and with how many values.</summary>
internal static class OperatorRules
{
    private static readonly string[] Ordering = ["EQ", "NE", "LT", "GT", "LTE", "GTE"];
    private static readonly string[] Nulls = ["IS_NULL", "IS_NOT_NULL"];
    private static readonly string[] Text = [.. Ordering, "STARTS_WITH", "ENDS_WITH", "CONTAINS", "IN", .. Nulls];

    private static readonly Dictionary<DataType, string[]> Allowed = new()
    {
        [DataType.String] = Text,
        [DataType.Gsid] = Text,
        [DataType.Email] = Text,
        [DataType.Url] = Text,
        [DataType.SfdcId] = Text,
        [DataType.Lookup] = Text,
        [DataType.Boolean] = ["EQ", "NE"],
        [DataType.Date] = [.. Ordering, "BTW", .. Nulls],
        [DataType.DateTime] = [.. Ordering, "BTW", .. Nulls],
        [DataType.Number] = [.. Ordering, "IN", .. Nulls],
        [DataType.Currency] = [.. Ordering, .. Nulls],
        [DataType.Percentage] = [.. Ordering, .. Nulls],
        [DataType.Picklist] = [.. Text, "INCLUDES", "EXCLUDES"],
        [DataType.MultiSelect] = ["INCLUDES", "EXCLUDES", .. Nulls],
    };

    public static void Check(Field field, Operator @operator, int valueCount)
    {
        if (@operator.IsRaw)
        {
            return;
        }

        if (@operator.Name is null)
        {
            throw new ArgumentException("The operator is empty. Use one of Operator's members, or Operator.Raw with a name.");
        }

        if (valueCount < @operator.MinValues || valueCount > @operator.MaxValues)
        {
            var expected = @operator.MinValues == @operator.MaxValues ? $"{@operator.MinValues}" : $"at least {@operator.MinValues}";
            throw new ArgumentException($"{@operator} on {field} takes {expected} value(s), not {valueCount}.");
        }

        if (Allowed.TryGetValue(field.DataType, out var allowed) && !allowed.Contains(@operator.Name, StringComparer.Ordinal))
        {
            throw new ArgumentException(
                $"Gainsight does not take {@operator} on {field}, a {field.DataType} field; it takes {string.Join(", ", allowed)}. " +
                "If your tenant does, use Operator.Raw.");
        }
    }
}
