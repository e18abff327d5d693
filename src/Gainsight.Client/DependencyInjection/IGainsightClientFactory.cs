namespace Gainsight.Client;

/// <summary>Gives out clients by name, for tenants that are known only at run time.</summary>
/// <remarks>
/// A name's options are those configured for it: <c>services.Configure&lt;GainsightClientOptions&gt;("emea", …)</c>, or an
/// <c>IConfigureNamedOptions&lt;GainsightClientOptions&gt;</c> of your own that looks tenants up.
/// </remarks>
public interface IGainsightClientFactory
{
    /// <summary>The client of a name. It is made on the first call, kept, and disposed with the container: do not dispose it.</summary>
    /// <param name="name">The name of the options.</param>
    /// <returns>The client.</returns>
    /// <exception cref="ArgumentException">The options of that name are not usable; every problem is named in the message.</exception>
    GainsightClient Create(string name);
}
