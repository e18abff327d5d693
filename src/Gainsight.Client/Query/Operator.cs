namespace Gainsight.Client;

/// <summary>A comparison of the query API (<c>EQ</c>, <c>GTE</c>, <c>IN</c>, …). The set is open: <see cref="Raw"/> takes a name that this library does not know.</summary>
/// <remarks>
/// Names from the Custom Object read page at second hand; those for "does not contain" and "not in" are unknown there. The list calls of Cockpit and
/// Success Plans have a name for the first: <see cref="ListFilters.DoesNotContain"/>.
/// </remarks>
public readonly record struct Operator
{
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

    internal int MinValues { get; }

    internal int MaxValues { get; }

    /// <summary>An operator by its name on the wire, checked neither for its number of values nor for the field's data type.</summary>
    /// <param name="name">The name, such as <c>NOT_IN</c>.</param>
    /// <returns>The operator.</returns>
    public static Operator Raw(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new(name, 0, int.MaxValue) { IsRaw = true };
    }

    /// <summary>The operator of that name, as it is known here, else by its name alone.</summary>
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

    internal bool IsRaw { get; private init; }

    /// <summary>The name as Gainsight writes it.</summary>
    /// <returns>For example <c>GTE</c>.</returns>
    public override string ToString() => Name ?? string.Empty;
}
