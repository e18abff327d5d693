using System.Runtime.ExceptionServices;
using System.Text;
using System.Text.Json;

namespace Gainsight.Client;

/// <content>Events that a restart does not send again.</content>
public partial class EventClient
{
    /// <summary>Publishes an event with a JSON body, unless the journal says that an earlier run did.</summary>
    /// <remarks>
    /// After a kill, open the same file and give the same events again, in any order. An event is known by its definition, its body, the publisher's tenant and
    /// the tenant's host. Of several equal events, as many are skipped as were published. An event that was refused is sent again. The journal can
    /// be that of the companies and people of the same source.
    /// </remarks>
    /// <param name="credential">The publisher.</param>
    /// <param name="definition">The event.</param>
    /// <param name="body">A JSON object.</param>
    /// <param name="journal">The journal. Null publishes without one.</param>
    /// <param name="cancellationToken">Cancels the call. The event may still have been accepted.</param>
    /// <returns>Gainsight's answer, or null when an earlier run published the event.</returns>
    /// <exception cref="ArgumentException"><paramref name="body"/> is not an object. Nothing was sent.</exception>
    /// <exception cref="GainsightTransportException">
    /// There was no answer, or an earlier run ended while it sent the event. <see cref="GainsightException.MayHaveBeenProcessed"/> says whether the event may
    /// have been accepted. It is then not sent again, in this run or a later one, unless <see cref="EventDefinition.MayRepeat"/> allows it.
    /// </exception>
    /// <exception cref="GainsightException">The event was not accepted for another reason. The type of the exception says why.</exception>
    /// <exception cref="IOException">The journal could not be written. If it was the note before the call, nothing was sent.</exception>
    public virtual async Task<EventReceipt?> PublishAsync(
        EventCredential credential, EventDefinition definition, JsonElement body, WriteJournal? journal, CancellationToken cancellationToken = default)
    {
        if (journal is null)
        {
            return await PublishAsync(credential, definition, body, cancellationToken).ConfigureAwait(false);
        }

        ArgumentNullException.ThrowIfNull(credential);
        ArgumentNullException.ThrowIfNull(definition);
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw EventBody.NoObject(nameof(body));
        }

        var context = _context ?? throw ClientContext.Missing();
        var row = journal.Find(Encoding.UTF8.GetBytes(string.Join(
            '\n', context.Transport.Host, credential.TenantId, definition.Name, definition.Version, definition.Topic, definition.ContractId, body.GetRawText())));
        if (row.Written is not null)
        {
            return null;
        }

        if (row.SentAt is not null && !definition.MayRepeat)
        {
            throw new GainsightTransportException(
                $"{definition} was being sent when an earlier run ended, so it may have been accepted. Look it up in Gainsight, and send it again only if it is missing.")
            {
                RequestMayHaveArrived = true,
            };
        }

        using var json = JsonBody.Create(body, static (writer, state) => state.WriteTo(writer));
        try
        {
            var receipt = await SendAsync(
                credential, definition, json, () => journal.Send([row], context.Transport.TimeProvider.GetUtcNow()), cancellationToken).ConfigureAwait(false);
            journal.Add(row, RowStatus.Inserted);
            return receipt;
        }
        catch (GainsightException failure) when (failure is { MayHaveBeenProcessed: false, InnerException: IOException unwritten } && failure is not GainsightTransportException)
        {
            ExceptionDispatchInfo.Throw(unwritten);
            throw;
        }
        catch (GainsightException failure) when (!failure.MayHaveBeenProcessed)
        {
            journal.Add(row, RowStatus.Failed);
            throw;
        }
    }
}
