namespace Gainsight.Client;

/// <summary>The fields of a user (object <c>gsuser</c>), for lookups, paths, queries and user administration.</summary>
/// <remarks>
/// The names are those that a live tenant returned for its signed-in user; <see cref="Name"/>, <see cref="FirstName"/>,
/// <see cref="LastName"/>, <see cref="Email"/>, <see cref="SfdcUserName"/>, <see cref="LicenseType"/>, <see cref="CompanyId"/>,
/// <see cref="Manager"/>, <see cref="SystemType"/>, <see cref="Timezone"/>, <see cref="Locale"/>, <see cref="Title"/> and
/// <see cref="IsActiveUser"/> also stand in the Gainsight User Management API documentation (read at second hand). No source gives the
/// data types of a describe call: those here are inferred from the values seen, unconfirmed.
/// </remarks>
public static class UserFields
{
    /// <summary>The user's id.</summary>
    public static Field<string> Gsid => SystemFields.Gsid;

    /// <summary>The full name. An internal user needs it, or the first and last name.</summary>
    public static Field<string> Name { get; } = new("Name", DataType.String);

    /// <summary>The first name.</summary>
    public static Field<string> FirstName { get; } = new("FirstName", DataType.String);

    /// <summary>The last name.</summary>
    public static Field<string> LastName { get; } = new("LastName", DataType.String);

    /// <summary>The e-mail address: mandatory for internal users, and what lookups usually go by.</summary>
    public static Field<string> Email { get; } = new("Email", DataType.Email);

    /// <summary>The user name (<c>SFDCUserName</c>): unique, mandatory for internal users, and a key of user updates.</summary>
    public static Field<string> SfdcUserName { get; } = new("SFDCUserName", DataType.String);

    /// <summary>The Salesforce id of the user, a key of user updates. Taken for text here, since fields of ids in Salesforce's form are no keys elsewhere.</summary>
    public static Field<string> SfdcUserId { get; } = new("SfdcUserId", DataType.String);

    /// <summary>Whether the user may sign in.</summary>
    public static Field<bool> IsActiveUser { get; } = new("IsActiveUser", DataType.Boolean);

    /// <summary>Whether the user is a super admin. The User Management API can neither set nor change it.</summary>
    public static Field<bool> IsSuperAdmin { get; } = new("IsSuperAdmin", DataType.Boolean, isReadOnly: true);

    /// <summary>The licence: <c>Full</c>, <c>Viewer</c>, <c>Viewer Analytics</c>, <c>Internal Collaborators</c> or <c>External</c> when written; one service returned a GSID.</summary>
    public static Field<string> LicenseType { get; } = new("LicenseType", DataType.Picklist);

    /// <summary><c>Internal</c>, <c>External</c> or <c>Guest Partner</c>.</summary>
    public static Field<string> SystemType { get; } = new("SystemType", DataType.Picklist);

    /// <summary>The job title.</summary>
    public static Field<string> Title { get; } = new("Title", DataType.String);

    /// <summary>The time zone, an IANA name such as <c>Europe/Lisbon</c>.</summary>
    public static Field<string> Timezone { get; } = new("Timezone", DataType.String);

    /// <summary>The locale, such as <c>en_US</c>.</summary>
    public static Field<string> Locale { get; } = new("Locale", DataType.String);

    /// <summary>The user's manager; nobody can be their own.</summary>
    public static LookupField Manager { get; } = new("Manager", "gsuser");

    /// <summary>The company of an external user (<c>CompanyID</c>).</summary>
    public static LookupField CompanyId { get; } = new("CompanyID", "company") { DocumentedKey = ("Name", "CompanyName") };

    /// <summary>When the user was created.</summary>
    public static Field<DateTimeOffset> CreatedDate => SystemFields.CreatedDate;

    /// <summary>When the user was last changed; change feeds of users go by it.</summary>
    public static Field<DateTimeOffset> ModifiedDate => SystemFields.ModifiedDate;

    /// <summary>Every standard field, system fields included.</summary>
    public static IReadOnlyList<Field> All { get; } =
    [
        SystemFields.Gsid, Name, FirstName, LastName, Email, SfdcUserName, SfdcUserId, IsActiveUser, IsSuperAdmin, LicenseType, SystemType,
        Title, Timezone, Locale, Manager, CompanyId,
        SystemFields.CreatedDate, SystemFields.ModifiedDate, SystemFields.CreatedBy, SystemFields.ModifiedBy,
    ];

    /// <summary>The user as the engines see it: written by calls of its own, read like any object.</summary>
    internal static ObjectDefinition Definition { get; } = new("gsuser", All)
    {
        DefaultSelect = All,
        Routes = ObjectRoutes.Generic with { Insert = Operations.UsersInsert, Update = Operations.UsersUpdate },
    };
}
