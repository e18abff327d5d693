using System.Text.Json;

namespace Gainsight.Client;

/// <summary>The fields of a CTA (object <c>call_to_action</c>).</summary>
/// <remarks>
/// A query that selects or filters by <see cref="Type"/>, <see cref="Reason"/>, <see cref="Status"/> or <see cref="Priority"/> asks for the label
/// (<c>StatusId__gr.Name</c>): official for the list call, inferred for <see cref="RecordQueryClient{T}.Query"/>.
/// </remarks>
public static partial class CtaFields
{
    /// <inheritdoc cref="Cta.AssociatedRecords"/>
    public static Field<JsonElement> AssociatedRecords { get; } = new("AssociatedRecords", DataType.Json, isReadOnly: true);
}
