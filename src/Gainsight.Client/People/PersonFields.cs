namespace Gainsight.Client;

/// <summary>The fields of a person.</summary>
/// <remarks>
/// Names from a production integration's field map and Gainsight's People API documentation (read at second hand). Custom fields:
/// <see cref="Field.Custom{T}(string)"/>.
/// </remarks>
public static class PersonFields
{
    /// <inheritdoc cref="SystemFields.Gsid"/>
    public static Field<string> Gsid => SystemFields.Gsid;

    /// <summary>The e-mail address: what a person is known by, compared without regard to case.</summary>
    public static Field<string> Email { get; } = new("Email", DataType.Email);

    /// <summary>The full name.</summary>
    public static Field<string> Name { get; } = new("Name", DataType.String);

    /// <summary>The first name.</summary>
    public static Field<string> FirstName { get; } = new("FirstName", DataType.String);

    /// <summary>The middle name.</summary>
    public static Field<string> MiddleName { get; } = new("MiddleName", DataType.String);

    /// <summary>The last name.</summary>
    public static Field<string> LastName { get; } = new("LastName", DataType.String);

    /// <summary>The address of the LinkedIn profile.</summary>
    public static Field<string> LinkedinUrl { get; } = new("LinkedinUrl", DataType.Url);

    /// <summary>Where the person is.</summary>
    public static Field<string> Location { get; } = new("Location", DataType.String);

    /// <summary>The time zone, such as <c>Europe/Lisbon</c>. Sources differ on whether it is text or a picklist.</summary>
    public static Field<string> Timezone { get; } = new("Timezone", DataType.String);

    /// <summary>Whether the person wants no e-mail.</summary>
    public static Field<bool> EmailOptOut { get; } = new("EmailOptOut", DataType.Boolean);

    /// <summary>Remarks.</summary>
    public static Field<string> Comments { get; } = new("Comments", DataType.String);

    /// <summary>The id in another system. One production integration writes a custom field <c>ExternalRecordID__gc</c> instead.</summary>
    public static Field<string> ExternalRecordId { get; } = new("ExternalRecordID", DataType.String);

    /// <summary>What persons are told apart by besides the e-mail, where the tenant is set up so (told at second hand).</summary>
    public static Field<string> DynamicResolutionKey { get; } = new("DynamicResolutionKey", DataType.String);

    /// <summary>The GSID of the person that this one was merged into (told at second hand).</summary>
    public static Field<string> MasterRecordId { get; } = new("MasterRecordID", DataType.Gsid);

    /// <summary>The kind of avatar. One source has it as text.</summary>
    public static Field<int> MasterAvatarTypeCode { get; } = new("MasterAvatarTypeCode", DataType.Number);

    /// <inheritdoc cref="SystemFields.CreatedDate"/>
    public static Field<DateTimeOffset> CreatedDate => SystemFields.CreatedDate;

    /// <inheritdoc cref="SystemFields.ModifiedDate"/>
    public static Field<DateTimeOffset> ModifiedDate => SystemFields.ModifiedDate;

    /// <inheritdoc cref="SystemFields.CreatedBy"/>
    public static LookupField CreatedBy => SystemFields.CreatedBy;

    /// <inheritdoc cref="SystemFields.ModifiedBy"/>
    public static LookupField ModifiedBy => SystemFields.ModifiedBy;

    /// <summary>Every standard field, system fields included.</summary>
    public static IReadOnlyList<Field> All { get; } =
    [
        SystemFields.Gsid, Email, Name, FirstName, MiddleName, LastName, LinkedinUrl, Location, Timezone, EmailOptOut, Comments,
        ExternalRecordId, DynamicResolutionKey, MasterRecordId, MasterAvatarTypeCode, SystemFields.CreatedDate, SystemFields.ModifiedDate,
        SystemFields.CreatedBy, SystemFields.ModifiedBy,
    ];

    /// <summary>The person as the engines see it. Selected unless told otherwise: all but the fields that not every tenant may have.</summary>
    internal static ObjectDefinition Definition { get; } = new("person", All)
    {
        DefaultSelect = [.. All.Except([ExternalRecordId, DynamicResolutionKey, MasterRecordId, MasterAvatarTypeCode])],
        Required = [Email],
    };
}
