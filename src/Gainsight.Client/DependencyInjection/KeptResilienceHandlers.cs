namespace Gainsight.Client;

/// <summary>A handler chain whose foreign resilience handlers the application wants to keep.</summary>
internal sealed record KeptResilienceHandlers(string HttpClient);
