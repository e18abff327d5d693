using System.Text.Json.Serialization;

namespace Gainsight.Client.Tests;

[JsonSerializable(typeof(Company))]
[JsonSerializable(typeof(List<ObjectRecord>))]
[JsonSerializable(typeof(OwnAccount))]
[JsonSerializable(typeof(Person))]
internal sealed partial class RecordTestContext : JsonSerializerContext;
