namespace Gainsight.Client.IntegrationTests;

/// <summary>Tests that cannot run in parallel with others, because live memory is measured for the whole process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
