namespace Gainsight.Client;

/// <summary>What a client authenticates with. A secret never appears in <c>ToString</c>, logs, exceptions or spans.</summary>
public abstract class GainsightCredential
{
    private protected GainsightCredential()
    {
    }
}
