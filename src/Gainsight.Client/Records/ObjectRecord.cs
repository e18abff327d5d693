using System.Text.Json.Serialization;

namespace Gainsight.Client;

/// <summary>A row of an object that is addressed by its name alone, such as a custom object or a system object without a type of its own.</summary>
/// <remarks>Its fields are read and set by name, or through tokens made by <see cref="Field.Custom{T}(string)"/>.</remarks>
/// <example><code>var asset = new ObjectRecord { ["Serial__gc"] = "A-17", ["Seats__gc"] = 25 };</code></example>
[JsonConverter(typeof(RecordJsonConverter<ObjectRecord>))]
public sealed class ObjectRecord : GainsightRecord;
