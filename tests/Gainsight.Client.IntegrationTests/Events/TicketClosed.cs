using System.Text.Json.Serialization;

namespace Gainsight.Client.IntegrationTests.Events;

/// <summary>A body of the user's own type.</summary>
internal sealed record TicketClosed([property: JsonPropertyName("ticketId")] string TicketId, [property: JsonPropertyName("status")] string Status);

/// <summary>Its source-generated metadata.</summary>
[JsonSerializable(typeof(TicketClosed))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(ExportJob))]
[JsonSerializable(typeof(ObjectRecord))]
internal sealed partial class EventJson : JsonSerializerContext;
