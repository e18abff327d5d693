using System.Text.Json;

namespace Gainsight.Client;

/// <summary>The fields of a CTA (object <c>call_to_action</c>).</summary>
/// <remarks>
/// A query that selects or filters by <see cref="Type"/>, <see cref="Reason"/>, <see cref="Status"/> or <see cref="Priority"/> asks for the label
/// (<c>StatusId__gr.Name</c>): official for the list call, inferred for <see cref="RecordQueryClient{T}.Query"/>.
/// </remarks>
public static partial class CtaFields
{
    /// <inheritdoc cref="Cta.ReferenceId"/>
    public static Field<string> ReferenceId => CockpitFields.ReferenceId;

    /// <inheritdoc cref="Cta.CompanyId"/>
    public static LookupField CompanyId => CockpitFields.CompanyId;

    /// <inheritdoc cref="Cta.RelationshipId"/>
    public static LookupField RelationshipId => CockpitFields.RelationshipId;

    /// <inheritdoc cref="Cta.EntityType"/>
    public static Field<string> EntityType => CockpitFields.EntityType;

    /// <inheritdoc cref="Cta.Type"/>
    public static Field<string> Type => CockpitFields.Type;

    /// <inheritdoc cref="Cta.AssociatedRecords"/>
    public static Field<JsonElement> AssociatedRecords => CockpitFields.AssociatedRecords;
}
