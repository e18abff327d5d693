using System.Text.Json;

namespace Gainsight.Client;

/// <summary>The fields of a success plan (object <c>cta_group</c>).</summary>
/// <remarks>
/// A query that selects or filters by <see cref="SuccessPlanType"/> or <see cref="Status"/> asks for the label (<c>StatusId__gr.Name</c>; a source
/// selects <c>StatusName</c> and <c>TypeName</c> instead, which can be named by hand).
/// </remarks>
public static partial class SuccessPlanFields
{
    /// <inheritdoc cref="SuccessPlan.Templates"/>
    public static Field<JsonElement> Templates { get; } = new("Templates", DataType.Json);

    /// <inheritdoc cref="SuccessPlan.Objectives"/>
    public static Field<JsonElement> Objectives { get; } = new("Objectives", DataType.Json);
}
