using System.Globalization;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>Whether BTW includes its end.</summary>
internal sealed class BetweenFact() : Fact("BTW", "not relied on", "`BTW`", Pages.Companies)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var sample = await tenant.SampleAsync(cancellationToken).ConfigureAwait(false);
        if (DayField(sample) is not (var gsid, var field, var day))
        {
            return Finding.Needs("a company with a date, such as RenewalDate");
        }

        var found = await tenant.FindAsync(
            [new("Gsid", "EQ", gsid), new(field, "BTW", Text(day.AddDays(-1)), Text(day))], cancellationToken).ConfigureAwait(false);
        if (found is null)
        {
            return Finding.Open("the filter was refused");
        }

        if (found.Contains(gsid))
        {
            return Finding.Learned("the end is included");
        }

        var exact = await tenant.FindAsync([new("Gsid", "EQ", gsid), new(field, "EQ", Text(day))], cancellationToken).ConfigureAwait(false);
        return exact?.Contains(gsid) == true ? Finding.Learned("the end is not included", "Use two comparisons.") : Finding.Open("the day of the row is not found by EQ either");
    }

    /// <summary>A row with a date.</summary>
    public static (string Gsid, string Field, DateOnly Day)? DayField(Sample sample)
    {
        foreach (var field in sample.FieldsOf(DataType.Date))
        {
            foreach (var row in sample.Rows)
            {
                if (Sample.Time(Sample.Value(row, field)) is { } time)
                {
                    var text = Sample.Text(row, field);
                    // A date with an offset is a midnight of its own zone.
                    var day = text?.Length >= 10 && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var written)
                        ? written
                        : DateOnly.FromDateTime(time.UtcDateTime);
                    return (Sample.Text(row, "Gsid")!, field, day);
                }
            }
        }

        return null;
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
