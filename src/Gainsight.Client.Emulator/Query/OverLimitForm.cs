namespace Gainsight.Client.Emulator;

/// <summary>The response to a request for more rows than the limit (not documented).</summary>
public enum OverLimitForm
{
    /// <summary>Status 400.</summary>
    Refused,

    /// <summary>The highest number of rows that is allowed.</summary>
    Clamped,
}
