namespace Gainsight.Client.Tool.Doctor;

/// <summary>Whether times have fractions of a second.</summary>
internal sealed class TimePrecisionFact() : Fact("Precision of times", "whole seconds suffice", "Precision of times in answers", Pages.Companies)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var sample = await tenant.SampleAsync(cancellationToken).ConfigureAwait(false);
        DateTimeOffset[] times = [.. sample.Rows.Select(row => Sample.Time(Sample.Value(row, "ModifiedDate"))).OfType<DateTimeOffset>()];
        return times.Length == 0 ? Finding.Needs("a row with ModifiedDate")
            : times.Any(time => time.Millisecond != 0) ? Finding.Expected("fractions of a second")
            : Finding.Expected("whole seconds") with { Confidence = times.Length < 20 ? "likely" : "seen" };
    }
}
