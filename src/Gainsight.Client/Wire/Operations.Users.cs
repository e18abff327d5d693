namespace Gainsight.Client;

/// <content>The calls of user management.</content>
internal static partial class Operations
{
    public static Operation UsersInsert { get; } = new(
        "Users.Insert", HttpMethod.Post, "/v1/users/services", QuotaBuckets.Users, RetrySafety.Unsafe,
        Confidence.ThirdParty, "User Management API documentation, read at second hand");

    public static Operation UsersUpdate { get; } = new(
        "Users.Update", HttpMethod.Put, "/v1/users/services", QuotaBuckets.Users, RetrySafety.Idempotent,
        Confidence.ThirdParty, "User Management API documentation, read at second hand; a partner");

    public static Operation UsersSetStatus { get; } = new(
        "Users.SetStatus", HttpMethod.Put, "/v1/users/services/status", QuotaBuckets.Users, RetrySafety.Idempotent,
        Confidence.ThirdParty, "User Management API documentation, read at second hand");

    public static Operation UsersList { get; } = new(
        "Users.List", HttpMethod.Post, "/v1/users/services/list", QuotaBuckets.Users, RetrySafety.Safe,
        Confidence.Live, "A connector that runs against tenants; the official page at second hand");

    private static Operation[] Users =>
    [
        UsersInsert, UsersUpdate, UsersSetStatus, UsersList,
    ];
}
