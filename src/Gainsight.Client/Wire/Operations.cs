namespace Gainsight.Client;

/// <summary>The operations table: every endpoint the SDK calls, in one place. Each area's rows stand in a file of their own.</summary>
internal static partial class Operations
{
    public static Operation TokenRequest { get; } = new(
        "Authentication.Token", HttpMethod.Post, "/v1/users/m2m/oauth/token", null, RetrySafety.Safe,
        Confidence.Official, "REST API key documentation, read at second hand");

    /// <summary>Every row, in the order of the areas.</summary>
    public static IReadOnlyList<Operation> All => field ??=
    [
        .. Records, .. People, .. Cockpit, .. Timeline, .. Users, .. Opportunities, .. Bulk, .. Metadata, TokenRequest,
    ];
}
