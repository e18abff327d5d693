namespace Gainsight.Client.Emulator;

/// <summary>What a query with a <c>limit</c> above 5000 gets (not documented).</summary>
public enum OverLimitForm
{
    /// <summary>Status 400.</summary>
    Refused,

    /// <summary>The first 5000 rows.</summary>
    Clamped,
}
