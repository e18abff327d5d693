namespace Gainsight.Client.Emulator;

/// <summary>The error codes and their texts ("Error Codes for Company, Relationship, and Custom Object APIs", partly quoted).</summary>
internal static class ErrorCodes
{
    public const string TooLong = "GSOBJ_1001";
    public const string InvalidField = "GSOBJ_1002";
    public const string InvalidGsid = "GSOBJ_1004";
    public const string InvalidDateTime = "GSOBJ_1005";
    public const string InvalidDate = "GSOBJ_1006";
    public const string NullValue = "GSOBJ_1007";
    public const string InvalidValue = "GSOBJ_1008";

    /// <summary>A malformed call (51 records, 4 keys, no select). No source has this code; it is one that may exist.</summary>
    public const string BadCall = "GSOBJ_1009";
    public const string NoMatch = "GSOBJ_1011";
    public const string NoMatchText = "No entity matches the given criteria, please re-check your request";
    public const string InvalidPicklist = "GSOBJ_1012";
    public const string InvalidPath = "GSOBJ_1023";
    public const string InvalidAuthorization = "GSOBJ_1024";

    /// <summary>The placeholder in the official sample of a query that finds nothing.</summary>
    public const string NoData = "GSOBJ_1XXX";
    public const string RouteNotFound = "GS_APIG_1000";
    public const string Unauthorized = "GS_APIG_2401";
    public const string IpNotAllowed = "GS_APIG_2402";
    public const string Throttled = "GS_APIG_2404";
    public const string ThrottledByUserManagement = "GU_2400";
    public const string Generic = "GU_1101";
}
