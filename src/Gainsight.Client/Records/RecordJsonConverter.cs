using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gainsight.Client;

/// <summary>Reads and writes records with System.Text.Json. An absent field stays absent, and a null stays null.</summary>
/// <remarks>
/// <para>
/// Property names are API names. Naming policies, and options that leave out nulls or defaults, have no effect. Dates of fields
/// whose data type is known are written in ISO form (date-times to the millisecond), multi-selects as arrays, and all other values as they were
/// loaded or set. Lookups are written under <c>$lookups</c>. Fields that are never sent to Gainsight are written and read like any other.
/// </para>
/// <para>
/// Every field of a record that is read from JSON counts as changed, because Gainsight may hold other values. The converter works with
/// source-generated contexts and native AOT. Every record type needs the attribute, because it is not inherited:
/// <c>[JsonConverter(typeof(RecordJsonConverter&lt;Company&gt;))]</c>.
/// </para>
/// </remarks>
/// <typeparam name="T">The record type.</typeparam>
public sealed class RecordJsonConverter<T> : JsonConverter<T>
    where T : GainsightRecord, new()
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON is not an object, or does not have the form of a record.</exception>
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
