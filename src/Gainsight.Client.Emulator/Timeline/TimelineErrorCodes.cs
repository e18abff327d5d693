namespace Gainsight.Client.Emulator;

/// <summary>The codes of failed timeline records. The codes are second-hand official, most meanings third party.</summary>
internal static class TimelineErrorCodes
{
    public const string Missing = "GS_TL_10_0206";
    public const string Duplicate = "GS_TL_10_0207";
    public const string NotFound = "GS_TL_10_0213";
}
