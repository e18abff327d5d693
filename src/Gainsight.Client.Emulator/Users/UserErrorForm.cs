namespace Gainsight.Client.Emulator;

/// <summary>Where a failed User Management call reports its records.</summary>
public enum UserErrorForm
{
    /// <summary>In <c>data.errors</c>, as the record API does (inferred).</summary>
    DataErrors,

    /// <summary>In <c>data.records</c>, at the position of each record, in <c>errors</c> (inferred).</summary>
    Records,

    /// <summary>Nowhere: <c>data</c> is null (inferred).</summary>
    None,
}
