namespace Gainsight.Client;

/// <summary>What a journal knows of a row of a write.</summary>
internal sealed class JournalRow
{
    /// <summary>The row's id: a hash of its content, of where it is written, and of how many equal rows came before it.</summary>
    public required UInt128 Id { get; init; }

    /// <summary>The status that an earlier run noted for a row that it wrote, or null.</summary>
    public RowStatus? Written { get; init; }

    /// <summary>The GSID of a row that an earlier run wrote, or null.</summary>
    public string? Gsid { get; init; }

    /// <summary>When an earlier run sent the row without noting its outcome, or null.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The number of the call that sent it then. Rows of one call are looked up together.</summary>
    public int Call { get; init; }
}
