namespace Gainsight.Client;

/// <summary>A company.</summary>
public sealed class Company : GainsightRecord
{
    public string? Name { get => Get(CompanyFields.Name); set => Set(CompanyFields.Name, value); }
}
