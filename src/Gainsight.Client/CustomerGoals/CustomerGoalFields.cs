using System.Text.Json;

namespace Gainsight.Client;

/// <summary>The fields of a customer goal.</summary>
/// <remarks>
/// Names from Gainsight's Customer Goals API documentation where nothing else is said. The name of the object, <c>customer_goal</c>, is a guess:
/// where <see cref="RecordQueryClient{T}.Query"/> finds no such object, read through <see cref="CockpitClient{T}.List"/>.
/// </remarks>
public static class CustomerGoalFields
{
    /// <inheritdoc cref="SystemFields.Gsid"/>
    public static Field<string> Gsid => SystemFields.Gsid;

    /// <summary>The name: required.</summary>
    public static Field<string> Name { get; } = new("Name", DataType.String);

    /// <summary>The status, by label, such as <c>New</c>: required.</summary>
    public static Field<string> StatusName { get; } = new("StatusName", DataType.String);

    /// <summary>The company: required for a goal of a company, as a GSID or by <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/> on the name or another field.</summary>
    public static LookupField CompanyId => CockpitFields.CompanyId;

    /// <summary>The relationship, for goals of <see cref="EntityType"/> <c>RELATIONSHIP</c>. The name is inferred, unconfirmed.</summary>
    public static LookupField RelationshipId => CockpitFields.RelationshipId;

    /// <summary>The opportunity, for goals of <see cref="EntityType"/> <c>OPPORTUNITY</c>. The name is inferred, unconfirmed.</summary>
    public static LookupField OpportunityId => CockpitFields.OpportunityId;

    /// <summary><c>COMPANY</c>, as the sample has it; others (<c>RELATIONSHIP</c>, <c>OPPORTUNITY</c>) are inferred, unconfirmed, and sent as well when a new goal names one in place of a company.</summary>
    public static Field<string> EntityType => CockpitFields.EntityType;

    /// <summary>The day it is due.</summary>
    public static Field<DateOnly> DueDate { get; } = new("DueDate", DataType.Date);

    /// <summary>A description, as HTML, which the caller must have made safe.</summary>
    public static Field<string> Description { get; } = new("Description", DataType.RichText);

    /// <summary>The GSIDs of CTAs to link it to.</summary>
    public static Field<JsonElement> LinkedCtas { get; } = new("LinkedCtas", DataType.Json);

    /// <summary>The GSIDs of success plans to link it to.</summary>
    public static Field<JsonElement> LinkedSuccessPlans { get; } = new("LinkedSuccessPlans", DataType.Json);

    /// <summary>The GSIDs of CTAs whose link to it is taken away by an update (inferred, unconfirmed).</summary>
    public static Field<JsonElement> UnlinkedCtas { get; } = new("UnlinkedCtas", DataType.Json);

    /// <summary>The GSIDs of success plans whose link to it is taken away by an update (inferred, unconfirmed).</summary>
    public static Field<JsonElement> UnlinkedSuccessPlans { get; } = new("UnlinkedSuccessPlans", DataType.Json);

    /// <inheritdoc cref="SystemFields.CreatedDate"/>
    public static Field<DateTimeOffset> CreatedDate => SystemFields.CreatedDate;

    /// <inheritdoc cref="SystemFields.ModifiedDate"/>
    public static Field<DateTimeOffset> ModifiedDate => SystemFields.ModifiedDate;

    /// <summary>Every standard field, system fields included.</summary>
    public static IReadOnlyList<Field> All { get; } =
    [
        SystemFields.Gsid, Name, StatusName, CompanyId, RelationshipId, OpportunityId, EntityType, DueDate, Description, LinkedCtas, LinkedSuccessPlans,
        UnlinkedCtas, UnlinkedSuccessPlans, SystemFields.CreatedDate, SystemFields.ModifiedDate,
    ];

    /// <summary>The goal as the engines see it.</summary>
    internal static ObjectDefinition Definition { get; } = new("customer_goal", All)
    {
        DefaultSelect = [SystemFields.Gsid, Name, StatusName, CompanyId, EntityType, DueDate, Description, SystemFields.ModifiedDate],
        Required = [Name, StatusName, CompanyId],
    };
}
