namespace Gainsight.Client.Tool.Doctor;

/// <summary>The zone of times in filters that carry none.</summary>
internal sealed class FilterZoneFact() : Fact("Times without a zone in filters", "never sent, unless FilterTimeZone is set", "Date-times in filters", Pages.Companies)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var zone = new FilterZone(tenant);
        var rows = await zone.RowsAsync(cancellationToken).ConfigureAwait(false);
        if (rows.Count == 0)
        {
            return Finding.Needs("a row with ModifiedDate");
        }

        if (await zone.OffsetAsync(rows[0], cancellationToken).ConfigureAwait(false) is not { } newest)
        {
            return Finding.Open("a filter by ModifiedDate is refused, or finds nothing");
        }

        // A row of the other season shows summer time.
        var other = rows.FirstOrDefault(row => Math.Abs((rows[0].Time - row.Time).TotalDays) % 365 is > 120 and < 245);
        if (other.Gsid is null)
        {
            return Finding.Learned(FilterZone.Text(newest), "Known for the time of one row only: rows of the other half of the year would show summer time.") with { Confidence = "likely" };
        }

        return await zone.OffsetAsync(other, cancellationToken).ConfigureAwait(false) is not { } second ? Finding.Open("the filter did not work for a second row")
            : second == newest ? Finding.Learned($"{FilterZone.Text(newest)} all year")
            : Finding.Learned($"{FilterZone.Text(newest)} and {FilterZone.Text(second)}", "A zone with summer time.");
    }
}
