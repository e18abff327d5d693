using System.Globalization;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>The limit that answers name in a header.</summary>
internal sealed class RateLimitFact() : Fact("Header x-ratelimit-limit", "the limit of calls a minute", "Daily limit of synchronous calls", Pages.Limits)
{
    private const string Window = "sync-minute";

    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var sample = await tenant.SampleAsync(cancellationToken).ConfigureAwait(false);
        if (sample.Answer.Exchange?.Headers.GetValueOrDefault("x-ratelimit-limit") is not { } text)
        {
            return Finding.Open("queries do not carry the header. Ask Gainsight for the limits of your contract");
        }

        var limit = tenant.Options.Quota.Buckets[QuotaBuckets.Sync].FirstOrDefault(window => window.Name == Window)?.Limit;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
        {
            return Finding.Open("the header is not one number");
        }

        var guess = Finding.Differs(
            $"{number}",
            "The number may be the calls of a minute. The header is documented for Timeline only, so check it with the limits of your contract.",
            ($"Limits:{Window}", number.ToString(CultureInfo.InvariantCulture)));
        return number == limit ? Finding.Expected($"{number}")
            : number > 5000 ? Finding.Learned($"{number}", "Too many for a minute; perhaps the limit of a day. The header is not documented for queries.")
            : guess with { Confidence = "likely" };
    }
}
