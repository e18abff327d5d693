namespace Gainsight.Client;

/// <summary>A page of the list of users.</summary>
public sealed class UserPage
{
    /// <summary>The users of the page, in the order of the query.</summary>
    public required IReadOnlyList<User> Users { get; init; }

    /// <summary>The number of users that match in all, or null when the answer did not tell.</summary>
    public required int? Total { get; init; }
}
