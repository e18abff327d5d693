namespace Gainsight.Client.Tool.Doctor;

/// <summary>Whether answers carry the server's time.</summary>
internal sealed class DateHeaderFact() : Fact("Header Date", "sent", "Start of the daily window", Pages.Limits)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var sample = await tenant.SampleAsync(cancellationToken).ConfigureAwait(false);
        return sample.Answer.Exchange?.Headers.ContainsKey("date") switch
        {
            null => Finding.Open("the answer was not kept"),
            true => Finding.Expected("sent"),
            false => Finding.Differs("not sent: a proxy may strip it", "The client cannot align its quota windows with the server's clock. Keep this machine's clock exact."),
        };
    }
}
