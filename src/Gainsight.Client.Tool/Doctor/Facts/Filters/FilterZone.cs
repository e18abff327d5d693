using System.Globalization;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>Finds out at which offset from UTC a tenant reads the times in filters.</summary>
/// <param name="tenant">The tenant.</param>
internal sealed class FilterZone(Examination tenant)
{
    /// <summary>The offsets that zones have.</summary>
    private static readonly TimeSpan[] Offsets =
    [
        .. new[] { -12, -11, -10, -9.5, -9, -8, -7, -6, -5, -4, -3.5, -3, -2.5, -2, -1, 0, 1, 2, 3, 3.5, 4, 4.5, 5, 5.5, 5.75, 6, 6.5, 7, 8, 8.75, 9, 9.5, 10, 10.5, 11, 12, 12.75, 13, 13.75, 14 }
            .Select(TimeSpan.FromHours),
    ];

    /// <summary>The rows with a time, the newest first.</summary>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>GSIDs and times in whole seconds.</returns>
    public async Task<IReadOnlyList<(string Gsid, DateTimeOffset Time)>> RowsAsync(CancellationToken cancellationToken)
    {
        var sample = await tenant.SampleAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. sample.Rows.Select(row => (Gsid: Sample.Text(row, "Gsid")!, Time: Sample.Time(Sample.Value(row, "ModifiedDate"))))
                .Where(row => row.Time is not null).Select(row => (row.Gsid, DateTimeOffset.FromUnixTimeSeconds(row.Time!.Value.ToUnixTimeSeconds())))
                .OrderByDescending(row => row.Item2),
        ];
    }

    /// <summary>Finds the offset at which times without a zone are read, at the moment of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The offset, or null if the filter is refused or does not work.</returns>
    public async Task<TimeSpan?> OffsetAsync((string Gsid, DateTimeOffset Time) row, CancellationToken cancellationToken)
    {
        // A row is found from its own time on, so the last offset by which it is found is that of the tenant.
        (var low, var high) = (-1, Offsets.Length);
        var next = Array.IndexOf(Offsets, TimeSpan.Zero);
        while (high - low > 1)
        {
            if (await FindsAsync(row, Local(row.Time + Offsets[next]), cancellationToken).ConfigureAwait(false) is not { } found)
            {
                return null;
            }

            (low, high) = found ? (next, high) : (low, next);
            // UTC is most likely: two calls show it.
            next = low >= 0 && Offsets[low] == TimeSpan.Zero && high == Offsets.Length ? low + 1 : (low + high) / 2;
        }

        return low < 0 || (low == Offsets.Length - 1 && await FindsAsync(row, Local(row.Time.AddHours(15)), cancellationToken).ConfigureAwait(false) != false)
            ? null
            : Offsets[low];
    }

    /// <summary>Tells whether a row is at or after a time.</summary>
    /// <param name="row">The row.</param>
    /// <param name="time">The time, as it is sent.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Null if the filter is refused.</returns>
    public async Task<bool?> FindsAsync((string Gsid, DateTimeOffset Time) row, string time, CancellationToken cancellationToken) =>
        (await tenant.FindAsync([new("Gsid", "EQ", row.Gsid), new("ModifiedDate", "GTE", time)], cancellationToken).ConfigureAwait(false))?.Contains(row.Gsid);

    /// <summary>The form of Gainsight's sample, without a zone.</summary>
    /// <param name="time">The time.</param>
    /// <returns>The text.</returns>
    public static string Local(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Writes an offset for people.</summary>
    /// <param name="offset">The offset.</param>
    /// <returns>The text, such as <c>UTC+05:30</c>.</returns>
    public static string Text(TimeSpan offset) =>
        offset == TimeSpan.Zero ? "UTC" : string.Create(CultureInfo.InvariantCulture, $"UTC{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}");
}
