using System.Text.Json.Serialization;

namespace Gainsight.Client;

/// <summary>A user of the tenant.</summary>
/// <remarks>
/// <see cref="UserFields"/> has the tokens and their sources. Permission bundles, which the Gainsight User Management API documentation
/// names and does not describe, go by name: <c>user["permissionBundles"]</c>.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<User>))]
public sealed class User : GainsightRecord
{
    /// <inheritdoc cref="UserFields.Name"/>
    public string? Name
    {
        get => Get(UserFields.Name);
        set => Set(UserFields.Name, value);
    }

    /// <inheritdoc cref="UserFields.FirstName"/>
    public string? FirstName
    {
        get => Get(UserFields.FirstName);
        set => Set(UserFields.FirstName, value);
    }

    /// <inheritdoc cref="UserFields.LastName"/>
    public string? LastName
    {
        get => Get(UserFields.LastName);
        set => Set(UserFields.LastName, value);
    }

    /// <inheritdoc cref="UserFields.Email"/>
    public string? Email
    {
        get => Get(UserFields.Email);
        set => Set(UserFields.Email, value);
    }

    /// <inheritdoc cref="UserFields.SfdcUserName"/>
    public string? SfdcUserName
    {
        get => Get(UserFields.SfdcUserName);
        set => Set(UserFields.SfdcUserName, value);
    }

    /// <inheritdoc cref="UserFields.SfdcUserId"/>
    public string? SfdcUserId
    {
        get => Get(UserFields.SfdcUserId);
        set => Set(UserFields.SfdcUserId, value);
    }

    /// <inheritdoc cref="UserFields.IsActiveUser"/>
    /// <exception cref="GainsightProtocolException">The loaded value is not true or false.</exception>
    public bool? IsActiveUser
    {
        get => Get(UserFields.IsActiveUser);
        set => Set(UserFields.IsActiveUser, value);
    }

    /// <inheritdoc cref="UserFields.IsSuperAdmin"/>
    /// <exception cref="GainsightProtocolException">The loaded value is not true or false.</exception>
    public bool? IsSuperAdmin => Get(UserFields.IsSuperAdmin);

    /// <inheritdoc cref="UserFields.LicenseType"/>
    public string? LicenseType
    {
        get => Get(UserFields.LicenseType);
        set => Set(UserFields.LicenseType, value);
    }

    /// <inheritdoc cref="UserFields.SystemType"/>
    public string? SystemType
    {
        get => Get(UserFields.SystemType);
        set => Set(UserFields.SystemType, value);
    }

    /// <inheritdoc cref="UserFields.Title"/>
    public string? Title
    {
        get => Get(UserFields.Title);
        set => Set(UserFields.Title, value);
    }

    /// <inheritdoc cref="UserFields.Timezone"/>
    public string? Timezone
    {
        get => Get(UserFields.Timezone);
        set => Set(UserFields.Timezone, value);
    }

    /// <inheritdoc cref="UserFields.Locale"/>
    public string? Locale
    {
        get => Get(UserFields.Locale);
        set => Set(UserFields.Locale, value);
    }

    /// <summary>The manager: a user's GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/>. Nobody can be their own.</summary>
    public string? Manager
    {
        get => Get(UserFields.Manager);
        set => Set(UserFields.Manager, value);
    }

    /// <summary>The company of an external user: its GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/>.</summary>
    public string? CompanyId
    {
        get => Get(UserFields.CompanyId);
        set => Set(UserFields.CompanyId, value);
    }

    internal override ObjectDefinition Definition => UserFields.Definition;
}
