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
}
