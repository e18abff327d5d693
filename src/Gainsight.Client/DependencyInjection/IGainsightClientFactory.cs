namespace Gainsight.Client;

/// <summary>Provides clients by name, for tenants that are known only at run time.</summary>
/// <remarks>
/// The options of a name are configured with <c>services.Configure&lt;GainsightClientOptions&gt;("emea", …)</c>, or with your own
/// <c>IConfigureNamedOptions&lt;GainsightClientOptions&gt;</c> that looks up tenants.
/// </remarks>
public interface IGainsightClientFactory
{
    /// <summary>Gets the client of a name. It is created on the first call, kept, and disposed with the container. Do not dispose it.</summary>
    /// <param name="name">The name of the options.</param>
    /// <returns>The client.</returns>
    /// <exception cref="ArgumentException">The options of that name cannot be used. The message names every problem.</exception>
    GainsightClient Create(string name);

    /// <summary>Removes and disposes the client of a name, for a tenant that leaves or whose options changed. The next <see cref="Create"/> reads the options again.</summary>
    /// <param name="name">The name of the options.</param>
    /// <returns>False when there is no client of that name.</returns>
    /// <remarks>
    /// <para>
    /// Calls that are being sent end as usual. New calls of the removed client throw <see cref="ObjectDisposedException"/>, and so do calls that wait for
    /// its metadata. A read of several pages throws it at the next page. A write in progress sends no more calls: a list returns its report, in which
    /// the rows that were not sent are <see cref="RowStatus.NotAttempted"/> and <see cref="WriteReport{T}.StoppedBy"/> names the reason, and a stream
    /// gives the same outcomes and then throws that reason, a <see cref="GainsightException"/>.
    /// </para>
    /// <para>
    /// The calls that the client has made still count against the tenant's quota when the tenant comes back; what is kept for that is freed when the
    /// quota windows have ended.
    /// </para>
    /// </remarks>
    /// <exception cref="InvalidOperationException">The client was registered with <c>AddGainsightClient</c>: it belongs to the container.</exception>
    bool Remove(string name);
}
