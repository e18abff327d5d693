using System.Globalization;

namespace Gainsight.Client;

/// <summary>What a write would do with every row given to it, in the order of the input.</summary>
/// <typeparam name="T">The record type.</typeparam>
public sealed class WritePreview<T>
{
    private static readonly PreviewStatus[] Statuses = [PreviewStatus.WouldInsert, PreviewStatus.WouldUpdate, PreviewStatus.Unchanged, PreviewStatus.WouldFail];

    private readonly Dictionary<PreviewStatus, List<RowPreview<T>>> _byStatus;

    /// <summary>Creates a preview, for mocks of a client.</summary>
    /// <param name="rows">One preview for each row given, in the order of the input.</param>
    /// <param name="calls">The requests that the reading cost.</param>
    public WritePreview(IReadOnlyList<RowPreview<T>> rows, long calls = 0)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Rows = rows;
        Calls = calls;
        _byStatus = rows.GroupBy(row => row.Status).ToDictionary(alike => alike.Key, alike => alike.ToList());
    }

    /// <summary>One preview for each row given, in the order of the input.</summary>
    public IReadOnlyList<RowPreview<T>> Rows { get; }

    /// <summary>The rows that would be created.</summary>
    public IReadOnlyList<RowPreview<T>> WouldInsert => With(PreviewStatus.WouldInsert);

    /// <summary>The rows that would be changed.</summary>
    public IReadOnlyList<RowPreview<T>> WouldUpdate => With(PreviewStatus.WouldUpdate);

    /// <summary>The rows that do not differ from the tenant.</summary>
    public IReadOnlyList<RowPreview<T>> Unchanged => With(PreviewStatus.Unchanged);

    /// <summary>The rows that would fail, with the reasons.</summary>
    public IReadOnlyList<RowPreview<T>> WouldFail => With(PreviewStatus.WouldFail);

    /// <summary>The requests that the preview sent: reads, retries, and calls that describe objects. All of them count against the tenant's quota.</summary>
    public long Calls { get; }

    /// <summary>The number of rows by status, and the number of calls. Values of records are left out.</summary>
    /// <returns>For example <c>3 WouldInsert, 12 WouldUpdate, 143 Unchanged (2 calls)</c>.</returns>
    public override string ToString()
    {
        var counts = new List<string>(Statuses.Length);
        foreach (var status in Statuses)
        {
            if (With(status).Count is > 0 and var count)
            {
                counts.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {status}"));
            }
        }

        return $"{(Rows.Count == 0 ? "No rows" : string.Join(", ", counts))} ({Plural.Of(Calls, "call")})";
    }

    private List<RowPreview<T>> With(PreviewStatus status) => _byStatus.GetValueOrDefault(status) ?? [];
}
