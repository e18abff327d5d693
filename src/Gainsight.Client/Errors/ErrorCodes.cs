namespace Gainsight.Client;

/// <summary>The error codes of Gainsight that this library handles. The set is open: every other code is passed on unchanged.</summary>
internal static class ErrorCodes
{
    /// <summary>The gateway refused the credential (official).</summary>
    public const string Unauthorized = "GS_APIG_2401";

    /// <summary>The caller's address is not on the allow-list (seen live).</summary>
    public const string AddressNotAllowed = "GS_APIG_2402";

    /// <summary>The gateway's rate limit (seen live, in the body).</summary>
    public const string GatewayThrottled = "GS_APIG_2404";

    /// <summary>The route does not exist on the host (seen live).</summary>
    public const string RouteNotFound = "GS_APIG_1000";

    /// <summary>The rate limit of user management and others (third party's copy of the official page).</summary>
    public const string TooManyRequests = "GU_2400";

    /// <summary>An unexpected error of the server (seen live).</summary>
    public const string ServerFault = "GU_1101";

    /// <summary>The database failed during a delete (official).</summary>
    public const string DatabaseFault = "GSOBJ_1003";

    /// <summary>Nothing matches the keys of a write, or the criteria of a query (official).</summary>
    public const string NoMatch = "GSOBJ_1011";

    /// <summary>The path of the call is invalid (official). That it also means an object that does not exist is inferred, unconfirmed.</summary>
    public const string InvalidPath = "GSOBJ_1023";

    /// <summary>A query found nothing: the placeholder in Gainsight's sample (official).</summary>
    public const string NoData = "GSOBJ_1XXX";

    /// <summary>Invalid authorization headers, on status 400 (third party's copy of the official page).</summary>
    public const string InvalidAuthorization = "GSOBJ_1024";

    /// <summary>An activity, or what it refers to, does not exist (third party).</summary>
    public const string ActivityNotFound = "GS_TL_10_0213";

    /// <summary>An activity with the same <c>ExternalId</c> exists already (third party).</summary>
    public const string DuplicateActivity = "GS_TL_10_0207";

    /// <summary>The title of a refused describe (official sample).</summary>
    public const string ObjectNotFound = "OBJECT_NOT_FOUND";
}
