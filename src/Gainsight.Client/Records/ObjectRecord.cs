using System.Text.Json.Serialization;

namespace Gainsight.Client;

/// <summary>A row of an object that has no record type of its own, such as a custom object or a system object.</summary>
/// <remarks>Read and set its fields by name, or by tokens from <see cref="Field.Custom{T}(string)"/>.</remarks>
/// <example><code>var asset = new ObjectRecord { ["Serial__gc"] = "A-17", ["Seats__gc"] = 25 };</code></example>
[JsonConverter(typeof(RecordJsonConverter<ObjectRecord>))]
public sealed class ObjectRecord : GainsightRecord;
