namespace Gainsight.Client;

/// <summary>The fields of a user (object <c>gsuser</c>), for lookups, paths, queries and user administration.</summary>
public static partial class UserFields
{
    /// <inheritdoc cref="User.CompanyId"/>
    public static LookupField CompanyId { get; } = new("CompanyID", "company") { DocumentedKey = ("Name", "CompanyName") };

    /// <summary>Users are written by calls of their own, and read like any object.</summary>
    private static ObjectDefinition.RouteSet Routes => ObjectDefinition.RouteSet.Generic with { Insert = Operation.UsersInsert, Update = Operation.UsersUpdate };
}
