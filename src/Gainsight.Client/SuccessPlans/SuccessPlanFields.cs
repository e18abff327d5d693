using System.Text.Json;

namespace Gainsight.Client;

/// <summary>The fields of a success plan (object <c>cta_group</c>).</summary>
/// <remarks>
/// A query that selects or filters by <see cref="SuccessPlanType"/> or <see cref="Status"/> asks for the label (<c>StatusId__gr.Name</c>; a source
/// selects <c>StatusName</c> and <c>TypeName</c> instead, which can be named by hand).
/// </remarks>
public static partial class SuccessPlanFields
{
    /// <inheritdoc cref="SuccessPlan.ReferenceId"/>
    public static Field<string> ReferenceId => CockpitFields.ReferenceId;

    /// <inheritdoc cref="SuccessPlan.CompanyId"/>
    public static LookupField CompanyId => CockpitFields.CompanyId;

    /// <inheritdoc cref="SuccessPlan.RelationshipId"/>
    public static LookupField RelationshipId => CockpitFields.RelationshipId;

    /// <inheritdoc cref="SuccessPlan.EntityType"/>
    public static Field<string> EntityType => CockpitFields.EntityType;

    /// <inheritdoc cref="SuccessPlan.Templates"/>
    public static Field<JsonElement> Templates { get; } = new("Templates", DataType.Json);

    /// <inheritdoc cref="SuccessPlan.Objectives"/>
    public static Field<JsonElement> Objectives { get; } = new("Objectives", DataType.Json);
}
