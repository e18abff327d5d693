using System.Globalization;
using Wolverine.Persistence.Durability;

namespace Outbox;

/// <summary>Sends the messages of refused rows to the dead-letter queue, each with the errors of its row.</summary>
/// <remarks>The other messages of the call are done.</remarks>
public sealed class RefusedCustomers : IDeadLetterInterceptor
{
    /// <summary>What the handler throws for rows that the tenant refused.</summary>
    public static Exception Exception(CustomerChanged[] changes, IEnumerable<RowOutcome<Company>> rows)
    {
        var errors = rows.ToDictionary(
            row => int.Parse(row.Record.Get(CustomerChangedHandler.Key)!, CultureInfo.InvariantCulture),
            row => string.Join(", ", row.Errors));
        var exception = ApplyItemException.DeadLetterAndAckOthers([.. changes.Where(change => errors.ContainsKey(change.Id))]);
        exception.Data["errors"] = errors;
        return exception;
    }

    /// <summary>Wolverine stores the type and the message of the exception.</summary>
    /// <remarks>This one has the codes and fields of the errors, without values.</remarks>
    public ValueTask<Exception?> BeforeStoreAsync(Envelope envelope, Exception? exception, CancellationToken cancellation) =>
        new(exception?.Data["errors"] is Dictionary<int, string> errors && envelope.Message is CustomerChanged change
            && errors.TryGetValue(change.Id, out var text) ? new InvalidDataException(text) : exception);
}
