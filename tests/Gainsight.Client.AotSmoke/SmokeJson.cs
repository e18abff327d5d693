using System.Text.Json.Serialization;

namespace Gainsight.Client.AotSmoke;

/// <summary>Source-generated, as native code has no other way to serialize.</summary>
[JsonSerializable(typeof(Company))]
[JsonSerializable(typeof(ContextAsset))]
internal sealed partial class SmokeJson : JsonSerializerContext;
