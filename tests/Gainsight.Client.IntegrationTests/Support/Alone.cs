namespace Gainsight.Client.IntegrationTests;

/// <summary>Tests that no other test may run beside: what is alive is counted for the process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
