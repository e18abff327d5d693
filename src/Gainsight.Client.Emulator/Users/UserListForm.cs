namespace Gainsight.Client.Emulator;

/// <summary>The shape of <c>data</c> in the list of users (all inferred).</summary>
public enum UserListForm
{
    /// <summary><c>{"records":[…],"total":1}</c>.</summary>
    RecordsAndTotal,

    /// <summary><c>{"users":[…],"totalCount":1}</c>.</summary>
    UsersAndTotalCount,

    /// <summary><c>{"content":[…],"count":1}</c>.</summary>
    ContentAndCount,

    /// <summary>A list without a total.</summary>
    BareArray,
}
