using System.Globalization;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>Which forms of a date filters accept.</summary>
internal sealed class DateFilterFact() : Fact("Dates in filters", "yyyy-MM-dd", "Dates in requests", Pages.Companies)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var sample = await tenant.SampleAsync(cancellationToken).ConfigureAwait(false);
        if (BetweenFact.DayField(sample) is not (var gsid, var field, var day))
        {
            return Finding.Needs("a company with a date, such as RenewalDate");
        }

        var iso = await FindsAsync(tenant, gsid, field, day, "yyyy-MM-dd", cancellationToken).ConfigureAwait(false);
        var american = await FindsAsync(tenant, gsid, field, day, "MM-dd-yyyy", cancellationToken).ConfigureAwait(false);
        return (iso, american) switch
        {
            (true, true) => Finding.Expected("yyyy-MM-dd and MM-dd-yyyy"),
            (true, false) => Finding.Expected("yyyy-MM-dd only"),
            (false, true) => Finding.Differs(
                "MM-dd-yyyy only", "Dates in filters need the other form. That writes need it too is likely, and only a write shows it.", ("DateFormat", nameof(DateFormat.MonthDayYear))),
            _ => Finding.Open("neither form finds the row"),
        };
    }

    private static async Task<bool> FindsAsync(Examination tenant, string gsid, string field, DateOnly day, string format, CancellationToken cancellationToken) =>
        (await tenant.FindAsync(
            [new("Gsid", "EQ", gsid), new(field, "EQ", day.ToString(format, CultureInfo.InvariantCulture))], cancellationToken).ConfigureAwait(false))?.Contains(gsid) == true;
}
