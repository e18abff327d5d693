using System.Text.Json;

namespace Gainsight.Client;

/// <summary>The fields of a customer goal.</summary>
/// <remarks>
/// The name of the object, <c>customer_goal</c>, is a guess: where <see cref="RecordQueryClient{T}.Query"/> finds no such object, read through
/// <see cref="CockpitClient{T}.List"/>.
/// </remarks>
public static partial class CustomerGoalFields
{
    /// <inheritdoc cref="CustomerGoal.LinkedCtas"/>
    public static Field<JsonElement> LinkedCtas { get; } = new("LinkedCtas", DataType.Json);

    /// <inheritdoc cref="CustomerGoal.LinkedSuccessPlans"/>
    public static Field<JsonElement> LinkedSuccessPlans { get; } = new("LinkedSuccessPlans", DataType.Json);

    /// <inheritdoc cref="CustomerGoal.UnlinkedCtas"/>
    public static Field<JsonElement> UnlinkedCtas { get; } = new("UnlinkedCtas", DataType.Json);

    /// <inheritdoc cref="CustomerGoal.UnlinkedSuccessPlans"/>
    public static Field<JsonElement> UnlinkedSuccessPlans { get; } = new("UnlinkedSuccessPlans", DataType.Json);
}
