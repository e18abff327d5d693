namespace Gainsight.Client;

/// <summary>Rows without an outcome after a call, and why.</summary>
/// <param name="Rows">Rows that can share a call.</param>
/// <param name="Refusal">The refusal of their call.</param>
/// <param name="IsAlone">Whether the call had a single row, which the refusal then means.</param>
/// <param name="Blocked">The failure when something other than Gainsight refused the call, such as a firewall; otherwise null.</param>
internal readonly record struct RefusedRows<T>(IReadOnlyList<WriteRow<T>> Rows, ApiRefusal Refusal, bool IsAlone, GainsightException? Blocked = null);
