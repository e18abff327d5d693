namespace Gainsight.Client.Emulator;

/// <summary>The response to a call above the quota (sources differ).</summary>
public enum ThrottleForm
{
    /// <summary>Status 429 and <c>GS_APIG_2404</c> (live connector; the status is inferred).</summary>
    Gateway,

    /// <summary>Status 429 and <c>GU_2400</c> (recorded fixture).</summary>
    UserManagement,

    /// <summary>Status 200, <c>result:false</c> and <c>GS_APIG_2404</c> (no source records the status).</summary>
    GatewayWithStatus200,
}
