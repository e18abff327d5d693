using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gainsight.Client;

/// <summary>Reads and writes records with System.Text.Json, keeping which fields are present: an absent field stays absent, a null stays null.</summary>
/// <remarks>
/// <para>
/// Property names are API names, whatever the naming policy; options that leave out nulls or defaults do not apply. Dates of fields
/// whose data type is known are written in ISO form (date-times to the millisecond), multi-selects as arrays, everything else as it was loaded or set. Lookups stand under
/// <c>$lookups</c>. Fields that are never sent to Gainsight are written and read like any other.
/// </para>
/// <para>
/// A record that is read counts as changed in every field, as nothing says that Gainsight holds these values. Works with
/// source-generated contexts and native AOT. Every record type needs the attribute, as it is not inherited:
/// <c>[JsonConverter(typeof(RecordJsonConverter&lt;Company&gt;))]</c>.
/// </para>
/// </remarks>
/// <typeparam name="T">The record type.</typeparam>
public sealed class RecordJsonConverter<T> : JsonConverter<T>
    where T : GainsightRecord, new()
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON is not an object, or one that no record was written as.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var record = new T();
        RecordJson.Read(ref reader, record);
        return record;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        RecordJson.Write(writer, value);
    }
}
