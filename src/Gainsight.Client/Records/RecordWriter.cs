using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Writes a record as a member of the <c>records</c> array of a write call.</summary>
internal static class RecordWriter
{
    /// <summary>Writes every writable field that is present, and the request keys of the record's lookups.</summary>
    public static void WriteInsert(Utf8JsonWriter writer, GainsightRecord record, ObjectDefinition definition, WireFormat format) =>
        throw new NotImplementedException();

    /// <summary>Writes the key fields and what changed. With a <paramref name="gsid"/>, that is the key and the fields of <paramref name="keys"/> are left out.</summary>
    public static void WriteUpdate(
        Utf8JsonWriter writer, GainsightRecord record, IReadOnlyList<Field> keys, string? gsid, ObjectDefinition definition, WireFormat format) =>
        throw new NotImplementedException();

    /// <summary>Whether an update would carry anything besides the key.</summary>
    public static bool HasChanges(GainsightRecord record, IReadOnlyList<Field> keys, ObjectDefinition definition) =>
        throw new NotImplementedException();

    /// <summary>Writes the <c>lookups</c> block that the records of one call share.</summary>
    public static void WriteLookups(Utf8JsonWriter writer, IReadOnlyList<KeyValuePair<LookupField, Lookup>> lookups) =>
        throw new NotImplementedException();

    /// <summary>Equal for records whose lookups can go out in one call; empty for a record without lookups.</summary>
    public static string LookupShape(GainsightRecord record) => throw new NotImplementedException();
}
