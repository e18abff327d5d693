namespace Gainsight.Client;

/// <summary>What a write would do with every row given to it, in the order of the input.</summary>
/// <typeparam name="T">The record type.</typeparam>
public sealed class WritePreview<T>
{
    private readonly Dictionary<PreviewStatus, List<RowPreview<T>>> _byStatus;

    /// <summary>Creates a preview, as a mock of a client would give it.</summary>
    /// <param name="rows">One preview for each row given, in the order of the input.</param>
    /// <param name="calls">The calls that the reading cost.</param>
    public WritePreview(IReadOnlyList<RowPreview<T>> rows, long calls = 0)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Rows = rows;
        Calls = calls;
        _byStatus = rows.GroupBy(row => row.Status).ToDictionary(group => group.Key, group => group.ToList());
    }

    /// <summary>One preview for each row given, in the order of the input.</summary>
    public IReadOnlyList<RowPreview<T>> Rows { get; }

    /// <summary>The rows that would be created.</summary>
    public IReadOnlyList<RowPreview<T>> WouldInsert => With(PreviewStatus.WouldInsert);

    /// <summary>The rows that would be changed.</summary>
    public IReadOnlyList<RowPreview<T>> WouldUpdate => With(PreviewStatus.WouldUpdate);

    /// <summary>The rows that the tenant already has as they are.</summary>
    public IReadOnlyList<RowPreview<T>> Unchanged => With(PreviewStatus.Unchanged);

    /// <summary>The rows that would fail, with the reasons.</summary>
    public IReadOnlyList<RowPreview<T>> WouldFail => With(PreviewStatus.WouldFail);

    /// <summary>The calls that the reading cost, retries included. A description of the object, which is asked for once for each client, is not among them.</summary>
    public long Calls { get; }

    private List<RowPreview<T>> With(PreviewStatus status) => _byStatus.GetValueOrDefault(status) ?? [];
}
