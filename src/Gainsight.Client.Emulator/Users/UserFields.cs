namespace Gainsight.Client.Emulator;

/// <summary>Field names and values of the users service (quoted).</summary>
internal static class UserFields
{
    public const string Email = "Email";
    public const string SfdcUserName = "SFDCUserName";
    public const string SfdcUserId = "SfdcUserId";
    public const string FirstName = "FirstName";
    public const string LastName = "LastName";
    public const string LicenseType = "LicenseType";
    public const string SystemType = "SystemType";
    public const string CompanyId = "CompanyID";
    public const string Manager = "Manager";
    public const string IsActiveUser = "IsActiveUser";
    public const string IsSuperAdmin = "IsSuperAdmin";
    public const string Bundles = "permissionBundles";
    public const string BundleAction = "permissionBundleAction";
    public const string External = "External";

    public static readonly string[] Keys = [SfdcUserName, FieldNames.Gsid, SfdcUserId];

    public static readonly string[] LicenseTypes = ["Full", "Viewer", "Viewer Analytics", "Internal Collaborators", External];

    public static readonly string[] SystemTypes = ["Internal", External, "Guest Partner"];
}
