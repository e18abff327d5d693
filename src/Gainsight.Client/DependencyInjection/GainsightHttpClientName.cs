namespace Gainsight.Client;

/// <summary>A client that is registered at start-up, and the name of its handler chain in <c>IHttpClientFactory</c>.</summary>
internal sealed record GainsightHttpClientName(string Name)
{
    /// <summary>The chain of the unnamed client, and of clients whose names are known only at run time.</summary>
    public const string Default = "Gainsight.Client";

    public string HttpClient => Name.Length == 0 ? Default : $"{Default}:{Name}";
}
