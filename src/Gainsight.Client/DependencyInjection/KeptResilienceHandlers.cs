namespace Gainsight.Client;

/// <summary>A handler chain that keeps the resilience handlers of the application.</summary>
internal sealed record KeptResilienceHandlers(string HttpClient);
