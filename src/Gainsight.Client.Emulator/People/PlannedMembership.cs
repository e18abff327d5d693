namespace Gainsight.Client.Emulator;

/// <summary>A row of Company_Person or Relationship_Person to be: its other end, and the values that it gets.</summary>
/// <param name="Target">The object.</param>
/// <param name="EntityField">The field that, with the person, tells rows apart: <c>Company_ID</c> or <c>Relationship_ID</c>.</param>
/// <param name="Entity">The company or relationship.</param>
/// <param name="Values">All values, that one included.</param>
internal sealed record PlannedMembership(
    EmulatedObject Target, EmulatedField EntityField, string Entity, IReadOnlyDictionary<EmulatedField, object?> Values);
