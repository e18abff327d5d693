using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Gainsight.Client;

/// <summary>Publishes events to Gainsight's Events Framework, where rules and journeys take them up.</summary>
/// <remarks>
/// <para>
/// An event is taken or refused as a whole, one a call, and counts as a synchronous call. Nothing tells whether a subscriber got it, and an event has no
/// id by which a second sending could be known: after a failure of unknown fate it is not sent again unless <see cref="EventDefinition.MayRepeat"/>
/// allows it.
/// </para>
/// <para>
/// The route is that of a production integration; headers are from Gainsight's Events API documentation and the same integration. The form of answers
/// is undocumented: taken is what answers 2xx without <c>result: false</c>.
/// </para>
/// </remarks>
public class EventClient
{
    private readonly ClientContext? _context;

    internal EventClient(ClientContext context) => _context = context;

    /// <summary>For mocks: override what the code under test calls.</summary>
    protected EventClient()
    {
    }

    /// <summary>Publishes an event whose body is an object of a type that has source-generated JSON metadata.</summary>
    /// <typeparam name="T">The body's type.</typeparam>
    /// <param name="credential">The publisher.</param>
    /// <param name="definition">The event.</param>
    /// <param name="body">What the event's schema in the tenant asks for.</param>
    /// <param name="typeInfo">How <typeparamref name="T"/> is written, such as <c>MyJsonContext.Default.TicketClosed</c>.</param>
    /// <param name="cancellationToken">Ends the call; the event may have been taken all the same.</param>
    /// <returns>Gainsight's answer.</returns>
    /// <exception cref="ArgumentException"><paramref name="body"/> is not written as a JSON object. Nothing was sent.</exception>
    /// <exception cref="GainsightAuthenticationException">The shared secret, or the tenant id with it, was refused.</exception>
    /// <exception cref="GainsightValidationException">The event is not registered under this name and version, or its body does not fit its schema.</exception>
    /// <exception cref="GainsightTransportException">No answer came; <see cref="GainsightException.MayHaveBeenProcessed"/> tells whether the event may have been taken.</exception>
    /// <exception cref="GainsightException">The event was not taken for another reason; its type says why.</exception>
    public virtual async Task<EventReceipt> PublishAsync<T>(
        EventCredential credential, EventDefinition definition, T body, JsonTypeInfo<T> typeInfo, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(typeInfo);
        using var json = JsonBody.Create((body, typeInfo), static (writer, state) => JsonSerializer.Serialize(writer, state.body, state.typeInfo));
        return await SendAsync(credential, definition, json, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Publishes an event whose body is given member by member.</summary>
    /// <param name="credential">The publisher.</param>
    /// <param name="definition">The event.</param>
    /// <param name="body">The body's members; their values are of the types that <see cref="GainsightRecord.this[string]"/> takes. Date-times are written ISO 8601 with offset.</param>
    /// <param name="cancellationToken">Ends the call; the event may have been taken all the same.</param>
    /// <returns>Gainsight's answer.</returns>
    /// <exception cref="ArgumentException">A name is empty, or a value of another type. Nothing was sent.</exception>
    /// <exception cref="GainsightException">As for <see cref="PublishAsync{T}"/>.</exception>
    public virtual async Task<EventReceipt> PublishAsync(
        EventCredential credential, EventDefinition definition, IEnumerable<KeyValuePair<string, object?>> body, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        using var json = EventBody.Create(body);
        return await SendAsync(credential, definition, json, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Publishes an event with a body that is JSON already.</summary>
    /// <param name="credential">The publisher.</param>
    /// <param name="definition">The event.</param>
    /// <param name="body">A JSON object.</param>
    /// <param name="cancellationToken">Ends the call; the event may have been taken all the same.</param>
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

    /// <summary>Publishes a System Asset Event: one about an object of the tenant, as an asset.</summary>
    /// <remarks>
    /// Gainsight's Events API documentation could be read only in part. <c>tenantId</c>, <c>assetType</c> (<c>OBJECTS</c>; it warns of
    /// <c>COLLECTION_MASTER</c>) and <c>assetId</c> are official; what else such an event holds goes into <paramref name="members"/>.
    /// </remarks>
    /// <param name="credential">The publisher.</param>
    /// <param name="definition">The event.</param>
    /// <param name="assetId">The id of the object or collection.</param>
    /// <param name="members">Further members of the body, or null.</param>
    /// <param name="cancellationToken">Ends the call; the event may have been taken all the same.</param>
    /// <returns>Gainsight's answer.</returns>
    /// <exception cref="ArgumentException"><paramref name="assetId"/> is empty, or a member cannot be written, or is one of the three above. Nothing was sent.</exception>
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

    private async Task<EventReceipt> SendAsync(
        EventCredential credential, EventDefinition definition, JsonBody body, CancellationToken cancellationToken)
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
            Operation = Operations.EventsPublish,
            Headers = EventHeaders.Of(credential, definition),
            Body = body,
            MayRepeat = definition.MayRepeat,
            RecordCount = 1,
        };
        using var response = await context.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return new EventReceipt(response.RequestId, Encoding.UTF8.GetString(response.Body.Span));
    }
}
