using System.Text.Json.Serialization;

namespace Gainsight.Client.Tests;

[JsonSerializable(typeof(Company))]
[JsonSerializable(typeof(List<ObjectRecord>))]
[JsonSerializable(typeof(OwnAccount))]
internal sealed partial class RecordTestContext : JsonSerializerContext;
