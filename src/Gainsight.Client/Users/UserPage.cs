namespace Gainsight.Client;

/// <summary>A page of the list of users.</summary>
public sealed class UserPage
{
    /// <summary>The users of the page, in the order of the query.</summary>
    public required IReadOnlyList<User> Users { get; init; }

    /// <summary>The total number of matching users. Null when the answer has none, or only a <c>count</c> that may be that of the page.</summary>
    public required int? Total { get; init; }
}
