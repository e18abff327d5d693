namespace Gainsight.Client;

/// <summary>A comparison of the query API (<c>EQ</c>, <c>GTE</c>, <c>IN</c>, …). The set is open: <see cref="Raw"/> accepts a name that this library does not know.</summary>
/// <remarks>
/// The names come from copies of the Custom Object read page, which has none for "does not contain" and "not in". The list calls of Cockpit and
/// Success Plans have a name for the first: <see cref="ListFilters.DoesNotContain"/>.
/// </remarks>
public readonly record struct Operator
{
    private static readonly string[] Ordering = ["EQ", "NE", "LT", "GT", "LTE", "GTE"];
    private static readonly string[] Nulls = ["IS_NULL", "IS_NOT_NULL"];
    private static readonly string[] Text = [.. Ordering, "STARTS_WITH", "ENDS_WITH", "CONTAINS", "IN", .. Nulls];

    /// <summary>The operators that the query API accepts, by the name of the data type.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        [DataType.String.Name] = Text,
        [DataType.Gsid.Name] = Text,
        [DataType.Email.Name] = Text,
        [DataType.Url.Name] = Text,
        [DataType.SfdcId.Name] = Text,
        [DataType.Lookup.Name] = Text,
        [DataType.Boolean.Name] = ["EQ", "NE"],
        [DataType.Date.Name] = [.. Ordering, "BTW", .. Nulls],
        [DataType.DateTime.Name] = [.. Ordering, "BTW", .. Nulls],
        [DataType.Number.Name] = [.. Ordering, "IN", .. Nulls],
        [DataType.Currency.Name] = [.. Ordering, .. Nulls],
        [DataType.Percentage.Name] = [.. Ordering, .. Nulls],
        [DataType.Picklist.Name] = [.. Text, "INCLUDES", "EXCLUDES"],
        [DataType.MultiSelect.Name] = ["INCLUDES", "EXCLUDES", .. Nulls],
    };

    private Operator(string name, int minValues, int maxValues)
    {
        Name = name;
        MinValues = minValues;
        MaxValues = maxValues;
    }

    /// <summary>Equal (<c>EQ</c>).</summary>
    public static Operator EqualTo { get; } = new("EQ", 1, 1);

    /// <summary>Not equal (<c>NE</c>).</summary>
    public static Operator NotEqualTo { get; } = new("NE", 1, 1);

    /// <summary>Less than (<c>LT</c>).</summary>
    public static Operator LessThan { get; } = new("LT", 1, 1);

    /// <summary>Greater than (<c>GT</c>).</summary>
    public static Operator GreaterThan { get; } = new("GT", 1, 1);

    /// <summary>Less than or equal (<c>LTE</c>).</summary>
    public static Operator LessThanOrEqualTo { get; } = new("LTE", 1, 1);

    /// <summary>Greater than or equal (<c>GTE</c>).</summary>
    public static Operator GreaterThanOrEqualTo { get; } = new("GTE", 1, 1);

    /// <summary>Between two values (<c>BTW</c>). Whether the second is included is undocumented.</summary>
    public static Operator Between { get; } = new("BTW", 2, 2);

    /// <summary>One of several values (<c>IN</c>).</summary>
    public static Operator In { get; } = new("IN", 1, int.MaxValue);

    /// <summary>Contains the text (<c>CONTAINS</c>).</summary>
    public static Operator Contains { get; } = new("CONTAINS", 1, 1);

    /// <summary>Starts with the text (<c>STARTS_WITH</c>).</summary>
    public static Operator StartsWith { get; } = new("STARTS_WITH", 1, 1);

    /// <summary>Ends with the text (<c>ENDS_WITH</c>).</summary>
    public static Operator EndsWith { get; } = new("ENDS_WITH", 1, 1);

    /// <summary>Has no value (<c>IS_NULL</c>).</summary>
    public static Operator IsNull { get; } = new("IS_NULL", 0, 0);

    /// <summary>Has a value (<c>IS_NOT_NULL</c>).</summary>
    public static Operator IsNotNull { get; } = new("IS_NOT_NULL", 0, 0);

    /// <summary>Includes one of the picklist items (<c>INCLUDES</c>).</summary>
    public static Operator Includes { get; } = new("INCLUDES", 1, int.MaxValue);

    /// <summary>Includes none of the picklist items (<c>EXCLUDES</c>).</summary>
    public static Operator Excludes { get; } = new("EXCLUDES", 1, int.MaxValue);

    /// <summary>The name as Gainsight writes it.</summary>
    public string Name { get; }

    internal bool IsRaw { get; private init; }

    private int MinValues { get; }

    private int MaxValues { get; }

    /// <summary>Creates an operator from its name on the wire. Neither the number of values nor the data type of the field is checked.</summary>
    /// <param name="name">The name, such as <c>NOT_IN</c>.</param>
    /// <returns>The operator.</returns>
    public static Operator Raw(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new(name, 0, int.MaxValue) { IsRaw = true };
    }

    /// <summary>Finds the operator with a name, or creates a raw one.</summary>
    internal static Operator Of(string name)
    {
        foreach (var known in (Operator[])
            [EqualTo, NotEqualTo, LessThan, GreaterThan, LessThanOrEqualTo, GreaterThanOrEqualTo, Between, In, Contains, StartsWith, EndsWith, IsNull, IsNotNull, Includes, Excludes])
        {
            if (known.Name == name)
            {
                return known;
            }
        }

        return Raw(name);
    }

    /// <summary>Checks that the operator can compare a field with so many values.</summary>
    /// <exception cref="ArgumentException">Gainsight does not accept the operator for the field's data type, or expects another number of values.</exception>
    internal void Check(Field field, int valueCount)
    {
        if (IsRaw)
        {
            return;
        }

        if (Name is null)
        {
            throw new ArgumentException("The operator is empty. Use one of Operator's members, or Operator.Raw with a name.");
        }

        if (valueCount < MinValues || valueCount > MaxValues)
        {
            var expected = MinValues == MaxValues ? string.Empty : "at least ";
            throw new ArgumentException($"{this} on {field} takes {expected}{Plural.Of(MinValues, "value")}, not {valueCount}.");
        }

        if (Allowed.TryGetValue(field.DataType.Name ?? string.Empty, out var allowed) && !allowed.Contains(Name, StringComparer.Ordinal))
        {
            throw new ArgumentException(
                $"Gainsight does not accept {this} on {field}, a {field.DataType} field; it accepts {string.Join(", ", allowed)}. " +
                "If your tenant does, use Operator.Raw.");
        }
    }

    /// <summary>The name as Gainsight writes it.</summary>
    /// <returns>For example <c>GTE</c>.</returns>
    public override string ToString() => Name ?? string.Empty;
}
