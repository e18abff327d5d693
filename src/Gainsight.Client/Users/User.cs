namespace Gainsight.Client;

/// <summary>A user of the tenant.</summary>
/// <remarks>
/// <see cref="UserFields"/> has the tokens and their sources. The Gainsight User Management API documentation names permission bundles
/// but does not describe them; set them by name: <c>user["permissionBundles"]</c>.
/// </remarks>
[GainsightObject("gsuser")]
public sealed partial class User : GainsightRecord
{
    /// <summary>The full name. An internal user requires it, or the first and last name.</summary>
    [FieldFacts(Confidence.Live)]
    public partial string? Name { get; set; }

    /// <summary>The first name.</summary>
    [FieldFacts(Confidence.Live)]
    public partial string? FirstName { get; set; }

    /// <summary>The last name.</summary>
    [FieldFacts(Confidence.Live)]
    public partial string? LastName { get; set; }

    /// <summary>The e-mail address. Required for internal users, and the usual key of lookups.</summary>
    [GainsightField(DataType = nameof(DataType.Email))]
    [FieldFacts(Confidence.Live)]
    public partial string? Email { get; set; }

    /// <summary>The user name (<c>SFDCUserName</c>): unique, required for internal users, and a key of user updates.</summary>
    [GainsightField("SFDCUserName")]
    [FieldFacts(Confidence.Live)]
    public partial string? SfdcUserName { get; set; }

    /// <summary>The Salesforce id of the user, a key of user updates. Treated as text, because other objects do not accept fields of the Salesforce id type as keys.</summary>
    [FieldFacts(Confidence.Live)]
    public partial string? SfdcUserId { get; set; }

    /// <summary>Whether the user may sign in.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not true or false.</exception>
    [FieldFacts(Confidence.Live)]
    public partial bool? IsActiveUser { get; set; }

    /// <summary>Whether the user is a super admin. The User Management API can neither set nor change it.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not true or false.</exception>
    [FieldFacts(Confidence.Live)]
    public partial bool? IsSuperAdmin { get; }

    /// <summary>The licence: <c>Full</c>, <c>Viewer</c>, <c>Viewer Analytics</c>, <c>Internal Collaborators</c> or <c>External</c>.</summary>
    [GainsightField(DataType = nameof(DataType.Picklist))]
    [FieldFacts(Confidence.ThirdParty, Note = "One service returned a GSID.")]
    public partial string? LicenseType { get; set; }

    /// <summary><c>Internal</c>, <c>External</c> or <c>Guest Partner</c>.</summary>
    [GainsightField(DataType = nameof(DataType.Picklist))]
    [FieldFacts(Confidence.ThirdParty, Note = "The data type is inferred.")]
    public partial string? SystemType { get; set; }

    /// <summary>The job title.</summary>
    [FieldFacts(Confidence.Live)]
    public partial string? Title { get; set; }

    /// <summary>The time zone, an IANA name such as <c>Europe/Lisbon</c>.</summary>
    [FieldFacts(Confidence.Live)]
    public partial string? Timezone { get; set; }

    /// <summary>The locale, such as <c>en_US</c>.</summary>
    [FieldFacts(Confidence.Live)]
    public partial string? Locale { get; set; }

    /// <summary>The manager, a user. Set the GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/>. No user can be their own manager.</summary>
    [GainsightField(LookupTo = "gsuser")]
    [FieldFacts(Confidence.Live)]
    public partial string? Manager { get; set; }

    /// <summary>The company of an external user. Set the GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/>.</summary>
    [GainsightField("CompanyID")]
    [FieldFacts(Confidence.Live)]
    public partial string? CompanyId { get; set; }
}
