using System.Globalization;

namespace Gainsight.Client;

/// <summary>The calls that one client may still send.</summary>
internal sealed class CallBudget(int max)
{
    private int _sent;

    /// <summary>Takes a call from the budget.</summary>
    /// <exception cref="GainsightQuotaExceededException">There is none left.</exception>
    public void Take()
    {
        if (Interlocked.Increment(ref _sent) <= max)
        {
            return;
        }

        Interlocked.Decrement(ref _sent);
        throw new GainsightQuotaExceededException(string.Create(
            CultureInfo.InvariantCulture,
            $"The client has sent the {Plural.Of(max, "call")} of its own budget (Quota.MaxCalls), so this call was not sent. Continue with another client: a write with the rows of report.NotAttempted, a read after the last row that was returned, a feed from the last checkpoint."))
        {
            Window = GainsightQuotaExceededException.Budget,
            RetryAt = DateTimeOffset.MaxValue,
        };
    }

    /// <summary>Gives back a call that was not sent.</summary>
    public void Return() => Interlocked.Decrement(ref _sent);
}
