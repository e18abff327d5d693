namespace Gainsight.Client.Emulator;

/// <summary>The error codes of timeline records. The codes are quoted; most meanings are a third party's.</summary>
internal static class TimelineErrorCodes
{
    public const string Missing = "GS_TL_10_0206";
    public const string Duplicate = "GS_TL_10_0207";
    public const string NotFound = "GS_TL_10_0213";
}
