using System.Globalization;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>Whether filters honour the zone that a time carries, which the library relies on.</summary>
internal sealed class FilterOffsetFact() : Fact("Times with a zone in filters", "honoured", "Zone in which filters compare times", Pages.Companies)
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

        var row = rows[0];
        if (await zone.OffsetAsync(row, cancellationToken).ConfigureAwait(false) is not { } offset)
        {
            return Finding.Open("a filter by ModifiedDate does not work");
        }

        // An hour before or after the row's own time tells a tenant that ignores the Z, unless its zone is UTC: then another offset does.
        var time = offset > TimeSpan.Zero ? Utc(row.Time.AddMinutes(10)) : offset < TimeSpan.Zero ? Utc(row.Time) : WithOffset(row.Time);
        var found = await zone.FindsAsync(row, time, cancellationToken).ConfigureAwait(false);
        var honoured = offset > TimeSpan.Zero ? !found : found;
        return honoured switch
        {
            true => Finding.Expected("honoured"),
            null when offset == TimeSpan.Zero => Finding.Open("a time at +05:00 is refused. The library sends UTC only"),
            null => Differs("refused", offset, tenant),
            _ when offset == TimeSpan.Zero => Finding.Expected("ignored: every time is read as UTC", "The library sends UTC, so it makes no difference."),
            _ => Differs("ignored", offset, tenant),
        };
    }

    private static Finding Differs(string found, TimeSpan? offset, Examination tenant)
    {
        if (tenant.Options.FilterTimeZone is { } configured)
        {
            return Finding.Expected($"{found}; FilterTimeZone is set") with { Confidence = offset is null || configured.BaseUtcOffset == offset ? "seen" : "likely" };
        }

        var text = offset is null ? "" : $", read at {FilterZone.Text(offset.Value)}";
        // The zones of Etc count from the other side: Etc/GMT-5 is five hours ahead of UTC.
        (string, string)[] settings = offset is { } whole && whole.Minutes == 0 && whole != TimeSpan.Zero
            ? [("FilterTimeZone", string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{(whole < TimeSpan.Zero ? '+' : '-')}{Math.Abs(whole.Hours)}"))]
            : [];
        return Finding.Differs(found + text, "Filters by time and change feeds would miss rows. Set FilterTimeZone to the zone of the tenant, such as Europe/Lisbon: one with summer time, if the tenant's has it.", settings);
    }

    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string WithOffset(DateTimeOffset time) => time.ToOffset(TimeSpan.FromHours(5)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
