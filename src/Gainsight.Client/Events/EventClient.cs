using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Gainsight.Client;

/// <summary>Publishes events to Gainsight's Events Framework, where rules and journeys use them.</summary>
/// <remarks>
/// <para>
/// Each call publishes one event and counts as a synchronous call. The answer does not say whether a subscriber received the event. An event has no
/// id that would reveal a duplicate. If the event may have been accepted although the call failed, it is sent again only if <see cref="EventDefinition.MayRepeat"/>
/// allows it.
/// </para>
/// <para>
/// The route is from a production integration; the headers are from Gainsight's Events API documentation and the same integration. The form of answers
/// is undocumented. An event counts as accepted if the answer is 2xx without <c>result: false</c>.
/// </para>
/// </remarks>
public partial class EventClient
{
    private readonly ClientContext? _context;

    internal EventClient(ClientContext context) => _context = context;

    /// <summary>For mocks: override the members that the code under test calls.</summary>
    protected EventClient()
    {
    }

    /// <summary>Publishes an event whose body is an object of a type that has source-generated JSON metadata.</summary>
    /// <typeparam name="T">The body's type.</typeparam>
    /// <param name="credential">The publisher.</param>
    /// <param name="definition">The event.</param>
    /// <param name="body">The body, as the event's schema in the tenant requires it.</param>
    /// <param name="typeInfo">The JSON metadata of <typeparamref name="T"/>, such as <c>MyJsonContext.Default.TicketClosed</c>.</param>
    /// <param name="cancellationToken">Cancels the call. The event may still have been accepted.</param>
    /// <returns>Gainsight's answer.</returns>
    /// <exception cref="ArgumentException"><paramref name="body"/> does not serialize to a JSON object. Nothing was sent.</exception>
    /// <exception cref="GainsightAuthenticationException">The shared secret or the tenant id was refused.</exception>
    /// <exception cref="GainsightValidationException">The event is not registered under this name and version, or its body does not fit its schema.</exception>
    /// <exception cref="GainsightTransportException">There was no answer. <see cref="GainsightException.MayHaveBeenProcessed"/> says whether the event may have been accepted.</exception>
    /// <exception cref="GainsightException">The event was not accepted for another reason. The type of the exception says why.</exception>
    public virtual async Task<EventReceipt> PublishAsync<T>(
        EventCredential credential, EventDefinition definition, T body, JsonTypeInfo<T> typeInfo, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(typeInfo);
        using var json = JsonBody.Create((body, typeInfo), static (writer, state) => JsonSerializer.Serialize(writer, state.body, state.typeInfo));
        return await SendAsync(credential, definition, json, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Publishes an event with a body of single members.</summary>
    /// <param name="credential">The publisher.</param>
    /// <param name="definition">The event.</param>
    /// <param name="body">The members of the body. Values may have the types that <see cref="GainsightRecord.this[string]"/> supports. Date-times are written in ISO 8601 with an offset.</param>
    /// <param name="cancellationToken">Cancels the call. The event may still have been accepted.</param>
    /// <returns>Gainsight's answer.</returns>
    /// <exception cref="ArgumentException">A name is empty, or a value has another type. Nothing was sent.</exception>
    /// <exception cref="GainsightException">As for <see cref="PublishAsync{T}"/>.</exception>
    public virtual async Task<EventReceipt> PublishAsync(
        EventCredential credential, EventDefinition definition, IEnumerable<KeyValuePair<string, object?>> body, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        using var json = EventBody.Create(body);
        return await SendAsync(credential, definition, json, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Publishes an event with a JSON body.</summary>
    /// <param name="credential">The publisher.</param>
    /// <param name="definition">The event.</param>
    /// <param name="body">A JSON object.</param>
    /// <param name="cancellationToken">Cancels the call. The event may still have been accepted.</param>
    /// <returns>Gainsight's answer.</returns>
    /// <exception cref="ArgumentException"><paramref name="body"/> is not an object. Nothing was sent.</exception>
    /// <exception cref="GainsightException">As for <see cref="PublishAsync{T}"/>.</exception>
    public virtual async Task<EventReceipt> PublishAsync(
        EventCredential credential, EventDefinition definition, JsonElement body, CancellationToken cancellationToken = default)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw EventBody.NoObject(nameof(body));
        }

        using var json = JsonBody.Create(body, static (writer, state) => state.WriteTo(writer));
        return await SendAsync(credential, definition, json, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Publishes a System Asset Event, which is about an object of the tenant.</summary>
    /// <remarks>
    /// Only a part of Gainsight's Events API documentation was available. <c>tenantId</c>, <c>assetType</c> (<c>OBJECTS</c>; the documentation warns
    /// against <c>COLLECTION_MASTER</c>) and <c>assetId</c> are official. All other members of the event belong in <paramref name="members"/>.
    /// </remarks>
    /// <param name="credential">The publisher.</param>
    /// <param name="definition">The event.</param>
    /// <param name="assetId">The id of the object or collection.</param>
    /// <param name="members">Further members of the body, or null.</param>
    /// <param name="cancellationToken">Cancels the call. The event may still have been accepted.</param>
    /// <returns>Gainsight's answer.</returns>
    /// <exception cref="ArgumentException"><paramref name="assetId"/> is empty, a member cannot be written, or a member is one of the three above. Nothing was sent.</exception>
    /// <exception cref="GainsightException">As for <see cref="PublishAsync{T}"/>.</exception>
    public virtual async Task<EventReceipt> PublishAssetEventAsync(
        EventCredential credential,
        EventDefinition definition,
        string assetId,
        IEnumerable<KeyValuePair<string, object?>>? members = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(credential);
        ArgumentException.ThrowIfNullOrWhiteSpace(assetId);
        KeyValuePair<string, object?>[] asset =
            [new("tenantId", credential.TenantId), new("assetType", "OBJECTS"), new("assetId", assetId)];
        using var json = EventBody.Create(asset.Concat(members ?? []));
        return await SendAsync(credential, definition, json, cancellationToken).ConfigureAwait(false);
    }

    private Task<EventReceipt> SendAsync(EventCredential credential, EventDefinition definition, JsonBody body, CancellationToken cancellationToken) =>
        SendAsync(credential, definition, body, sending: null, cancellationToken);

    private async Task<EventReceipt> SendAsync(
        EventCredential credential, EventDefinition definition, JsonBody body, Action? sending, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(credential);
        ArgumentNullException.ThrowIfNull(definition);
        if (!body.Memory.Span.StartsWith("{"u8))
        {
            throw EventBody.NoObject(nameof(body));
        }

        var context = _context ?? throw ClientContext.Missing();
        var request = new ApiRequest
        {
            Operation = Operation.EventsPublish,
            Headers = EventHeaders.Of(credential, definition),
            Body = body,
            MayRepeat = definition.MayRepeat,
            RecordCount = 1,
        };
        var call = new CallState(request) { Sending = sending };
        try
        {
            using var response = await context.Transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
            return new EventReceipt(response.RequestId, Encoding.UTF8.GetString(response.Body.Span));
        }
        catch (GainsightException failure)
        {
            TransportFailures.TellEarlier(call, failure);
            throw;
        }
    }
}
