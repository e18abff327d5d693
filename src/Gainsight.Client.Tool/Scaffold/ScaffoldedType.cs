namespace Gainsight.Client.Tool;

/// <summary>A type to write, and what had to be decided for it.</summary>
/// <param name="Name">The name of the type.</param>
/// <param name="Object">The object.</param>
/// <param name="Record">The record type of the library that gets the fields, or null for a type of its own.</param>
/// <param name="Fields">The fields, in the order of the tenant.</param>
/// <param name="Notes">Names that are not the obvious ones, and why.</param>
internal sealed record ScaffoldedType(
    string Name, ObjectDescription Object, KnownRecord? Record, IReadOnlyList<ScaffoldedField> Fields, IReadOnlyList<string> Notes);
