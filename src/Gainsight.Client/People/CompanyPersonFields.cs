namespace Gainsight.Client;

/// <summary>The fields of the link between a person and a company (object <c>company_person</c>).</summary>
/// <remarks>
/// Those marked so were seen in a live query. Custom fields: <see cref="Field.Custom{T}(string)"/>. <c>Company_ID</c> here is <c>CompanyId</c> on a relationship.
/// </remarks>
public static class CompanyPersonFields
{
    /// <inheritdoc cref="SystemFields.Gsid"/>
    public static Field<string> Gsid => SystemFields.Gsid;

    /// <summary>The person (seen live).</summary>
    public static LookupField PersonId { get; } = new("Person_ID", "person");

    /// <summary>The company (seen live).</summary>
    public static LookupField CompanyId { get; } = new("Company_ID", "company");

    /// <summary>The person's title at the company (seen live).</summary>
    public static Field<string> Title { get; } = new("Title", DataType.String);

    /// <summary>The person's role at the company (seen live). Sources differ on whether it is text or a picklist.</summary>
    public static Field<string> Role { get; } = new("Role", DataType.String);

    /// <summary>Whether the person still is at the company (seen live).</summary>
    public static Field<bool> Active { get; } = new("Active", DataType.Boolean);

    /// <summary>Whether it is the person's main company (told at second hand).</summary>
    public static Field<bool> IsPrimaryCompany { get; } = new("IsPrimaryCompany", DataType.Boolean);

    /// <summary>The manager (told at second hand). That it points to a person is inferred, unconfirmed.</summary>
    public static LookupField Manager { get; } = new("Manager", "person");

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
        SystemFields.Gsid, PersonId, CompanyId, Title, Role, Active, IsPrimaryCompany, Manager, SystemFields.CreatedDate,
        SystemFields.ModifiedDate, SystemFields.CreatedBy, SystemFields.ModifiedBy,
    ];

    /// <summary>The link as the engines see it. Selected unless told otherwise: all but the one of which least is known.</summary>
    internal static ObjectDefinition Definition { get; } = new("company_person", All)
    {
        DefaultSelect = [.. All.Except([Manager])],
        Required = [PersonId, CompanyId],
    };
}
