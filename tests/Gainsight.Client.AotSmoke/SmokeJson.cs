using System.Text.Json.Serialization;

namespace Gainsight.Client.AotSmoke;

/// <summary>Source-generated, because native code cannot serialize in another way.</summary>
[JsonSerializable(typeof(Company))]
[JsonSerializable(typeof(ContextAsset))]
internal sealed partial class SmokeJson : JsonSerializerContext;
