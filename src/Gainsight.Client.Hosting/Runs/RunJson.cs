using System.Text.Json.Serialization;

namespace Gainsight.Client;

/// <summary>The JSON of a status file.</summary>
[JsonSerializable(typeof(RunStatus))]
internal sealed partial class RunJson : JsonSerializerContext;
