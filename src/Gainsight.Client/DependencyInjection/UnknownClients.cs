namespace Gainsight.Client;

/// <summary>Explains that a container has no client with a key. The container's own message names neither the key nor the clients that it has.</summary>
internal static class UnknownClients
{
    public static InvalidOperationException Exception(object? key, IEnumerable<GainsightHttpClientName> registered)
    {
        string[] names = [.. registered.Select(client => client.Name).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];
        return new InvalidOperationException(
            $"There is no Gainsight client with the key '{key}'.{Spelling.DidYouMean($"{key}", names)} The registered clients are: {string.Join(", ", names)}. "
            + "Clients whose names are known only at run time come from IGainsightClientFactory.Create.");
    }
}
