namespace Gainsight.Client.Emulator;

/// <summary>A planned row of Company_Person or Relationship_Person.</summary>
/// <param name="Target">The object to write.</param>
/// <param name="EntityField">The field that, together with the person, identifies a row: <c>Company_ID</c> or <c>Relationship_ID</c>.</param>
/// <param name="Entity">The GSID of the company or relationship.</param>
/// <param name="Values">All values, including the one of <paramref name="EntityField"/>.</param>
internal sealed record PlannedMembership(
    EmulatedObject Target, EmulatedField EntityField, string Entity, IReadOnlyDictionary<EmulatedField, object?> Values);
