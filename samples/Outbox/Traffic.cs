namespace Outbox;

/// <summary>Orders at random, one to seven in a transaction. Every 20th transaction or so is rolled back.</summary>
public static class Traffic
{
    /// <summary>Places orders until <paramref name="count"/> are committed.</summary>
    public static async Task RunAsync(IHost application, int count, int seed, CancellationToken cancellationToken)
    {
        var customers = application.Services.GetRequiredService<Customers>();
        var random = new Random(seed);
        for (var done = 0; done < count;)
        {
            // Ordered by customer, so that two processes do not lock each other out.
            var size = Math.Min(random.Next(1, 8), count - done);
            Order[] orders = [.. Enumerable.Range(0, size).Select(_ => Next(random, count)).OrderBy(order => order.CustomerId)];
            var isPaid = random.Next(20) > 0;
            await customers.OrderAsync(orders, isPaid, cancellationToken);
            done += isPaid ? orders.Length : 0;
        }
    }

    /// <summary>
    /// A customer orders twice on average, with a new name now and then. One in 50 has a stage that the tenant does not know.
    /// </summary>
    private static Order Next(Random random, int count)
    {
        var id = random.Next(count / 2) + 1;
        var suffix = random.Next(3) == 0 ? " Inc." : "";
        return new(id, $"Customer {id}{suffix}", id % 50 == 7 ? "Orbiting" : "Adopting", random.Next(1, 1000));
    }
}
