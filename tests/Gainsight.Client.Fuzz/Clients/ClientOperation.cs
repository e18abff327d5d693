namespace Gainsight.Client.Fuzz.Clients;

/// <summary>A call of the client, which checks what it returns.</summary>
internal sealed record ClientOperation(string Name, Func<FuzzTenant, CancellationToken, Task> RunAsync);
