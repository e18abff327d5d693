namespace Gainsight.Client.Simulation;

/// <summary>How the hosts use a tenant.</summary>
internal enum TenantKind
{
    /// <summary>Every host always has bulk calls that wait.</summary>
    Busy,

    /// <summary>Four hosts always have bulk calls that wait.</summary>
    Shared,

    /// <summary>Hosts make single calls only.</summary>
    Quiet,
}
