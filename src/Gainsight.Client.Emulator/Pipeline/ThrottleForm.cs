namespace Gainsight.Client.Emulator;

/// <summary>The answer to a call above the quota (sources disagree).</summary>
public enum ThrottleForm
{
    /// <summary>Status 429 and <c>GS_APIG_2404</c>: a live connector, the status inferred.</summary>
    Gateway,

    /// <summary>Status 429 and <c>GU_2400</c>: a recorded fixture.</summary>
    UserManagement,

    /// <summary>Status 200, <c>result:false</c> and <c>GS_APIG_2404</c>: the status is not recorded anywhere.</summary>
    GatewayWithStatus200,
}
