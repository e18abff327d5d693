namespace Gainsight.Client;

/// <summary>A value that Gainsight works out when a list is asked for, such as today or the caller; an open set.</summary>
/// <remarks>
/// Names from the Success Plan API documentation at second hand, <c>TODAY</c> also from an official CTA sample. In which time zone a day
/// begins is undocumented. <c>LAST_N_DAYS</c> is told of, but not how its number is passed.
/// </remarks>
/// <param name="Name">The name as Gainsight writes it.</param>
public readonly record struct ListLiteral(string Name)
{
    /// <summary>The day of the call.</summary>
    public static ListLiteral Today { get; } = new("TODAY");

    /// <summary>The day before.</summary>
    public static ListLiteral Yesterday { get; } = new("YESTERDAY");

    /// <summary>The day after.</summary>
    public static ListLiteral Tomorrow { get; } = new("TOMORROW");

    /// <summary>The user who calls.</summary>
    public static ListLiteral CurrentUser { get; } = new("CURRENT_USER");

    /// <summary>Every user.</summary>
    public static ListLiteral AllUsers { get; } = new("ALL_USERS");

    /// <summary>The name as Gainsight writes it.</summary>
    /// <returns>For example <c>TODAY</c>.</returns>
    public override string ToString() => Name ?? string.Empty;
}
