using Wolverine.RDBMS;
using Wolverine.Runtime;

namespace Outbox;

/// <summary>The application: its table, and its transactions.</summary>
public sealed class Customers(NpgsqlDataSource database, IWolverineRuntime wolverine)
{
    private const string PlaceOrder = $"""
        insert into {OutboxHost.Schema}.customer values ($1, $2, $3, $4, 1)
        on conflict (id) do update set name = excluded.name, stage = excluded.stage,
            revenue = customer.revenue + excluded.revenue, orders = customer.orders + 1
        """;

    /// <summary>Places orders, and notes in the same transaction that the customers changed. Both happen, or neither.</summary>
    public async Task OrderAsync(IEnumerable<Order> orders, bool isPaid, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var outbox = new MessageContext(wolverine);
        await outbox.EnlistInOutboxAsync(new DatabaseEnvelopeTransaction((IMessageDatabase)wolverine.Storage, transaction));
        foreach (var order in orders)
        {
            await using var command = new NpgsqlCommand(PlaceOrder, connection);
            foreach (var value in new object[] { order.CustomerId, order.CustomerName, order.Stage, order.Amount })
            {
                command.Parameters.Add(new() { Value = value });
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
            await outbox.PublishAsync(new CustomerChanged(order.CustomerId));
        }

        if (!isPaid)
        {
            return;                                          // rolls back: no order, no message
        }

        await transaction.CommitAsync(cancellationToken);
        await outbox.FlushOutgoingMessagesAsync();           // to the queue. After a kill, another process of the application does it
    }
}
