namespace Gainsight.Client.Emulator;

/// <summary>The error codes of "User Management APIs" (quoted).</summary>
internal static class UserErrorCodes
{
    public const string CreateFailed = "GU_2401";
    public const string UpdateFailed = "GU_2402";
    public const string InvalidLookup = "GU_2403";
    public const string KeyNotSupported = "GU_2409";
    public const string OwnManager = "GU_2410";
    public const string Conflict = "GU_2411";
}
