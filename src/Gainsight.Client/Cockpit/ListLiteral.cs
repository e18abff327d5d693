namespace Gainsight.Client;

/// <summary>A value that Gainsight determines when it answers a list call, such as today or the caller. The set is open.</summary>
/// <remarks>
/// The names come from copies of the Success Plan API documentation, <c>TODAY</c> also from an official CTA sample. The time zone in which a day
/// begins is undocumented. The documentation mentions <c>LAST_N_DAYS</c>, but not how its number is passed.
/// </remarks>
/// <param name="Name">The name as Gainsight writes it.</param>
public readonly record struct ListLiteral(string Name)
{
    /// <summary>The day of the call.</summary>
    public static ListLiteral Today { get; } = new("TODAY");

    /// <summary>The day before the call.</summary>
    public static ListLiteral Yesterday { get; } = new("YESTERDAY");

    /// <summary>The day after the call.</summary>
    public static ListLiteral Tomorrow { get; } = new("TOMORROW");

    /// <summary>The user who makes the call.</summary>
    public static ListLiteral CurrentUser { get; } = new("CURRENT_USER");

    /// <summary>Every user.</summary>
    public static ListLiteral AllUsers { get; } = new("ALL_USERS");

    /// <summary>The name as Gainsight writes it.</summary>
    /// <returns>For example <c>TODAY</c>.</returns>
    public override string ToString() => Name ?? string.Empty;
}
