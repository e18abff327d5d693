namespace Gainsight.Client;

/// <summary>Where the hosts of a tenant count their calls together. Set it with <see cref="QuotaOptions.Store"/>.</summary>
/// <remarks>
/// Each host takes permits in blocks, and sends its calls from the block without asking again. The store is a counter for each instance
/// of a window (a certain minute or day). It needs no clock for that: hosts number the instances by Gainsight's clock, which they learn
/// from its answers. The packages <c>Gainsight.Client.Redis</c> and <c>Gainsight.Client.PostgreSql</c> have stores for several machines.
/// </remarks>
public interface IQuotaStore
{
    /// <summary>Takes permits, or settles: one atomic step, one round trip.</summary>
    /// <param name="request">What is asked for. When <see cref="QuotaRequest.Wanted"/> is 0, what the host holds is given back, and what it owes is counted.</param>
    /// <param name="cancellationToken">Ends the wait. Permits that were taken by then are lost until their window ends.</param>
    /// <returns>What was counted.</returns>
    /// <exception cref="QuotaStoreException">The store cannot be used. The message says what to do.</exception>
    ValueTask<QuotaGrant> TakeAsync(QuotaRequest request, CancellationToken cancellationToken = default);

    /// <summary>Closes a bucket for all hosts, because Gainsight refused a call. Listeners get <see cref="QuotaNoticeKind.Closed"/> at once, later requests <see cref="QuotaGrant.ClosedUntil"/>.</summary>
    /// <param name="tenant">The tenant's host and port.</param>
    /// <param name="bucket">The name of the bucket.</param>
    /// <param name="until">When the bucket opens, by Gainsight's clock.</param>
    /// <param name="duration">The time until then, after which the store can forget the closure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when the closure is stored.</returns>
    /// <exception cref="QuotaStoreException">The store cannot be used. The message says what to do.</exception>
    ValueTask CloseAsync(string tenant, string bucket, DateTimeOffset until, TimeSpan duration, CancellationToken cancellationToken = default);

    /// <summary>Listens for what other hosts do.</summary>
    /// <param name="tenant">The tenant's host and port.</param>
    /// <param name="listener">Gets the notices, on any thread. It returns quickly and does not throw.</param>
    /// <param name="cancellationToken">Ends the wait for the start.</param>
    /// <returns>Ends the listening when it is disposed. The store reconnects by itself, and then tells <see cref="QuotaNoticeKind.Missed"/>.</returns>
    /// <exception cref="QuotaStoreException">The store cannot be used. The message says what to do.</exception>
    ValueTask<IAsyncDisposable> ListenAsync(string tenant, Action<QuotaNotice> listener, CancellationToken cancellationToken = default);
}
