using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>Examines a tenant.</summary>
/// <param name="tenant">The tenant.</param>
/// <param name="progress">Receives what is looked at.</param>
internal sealed class DoctorRun(Examination tenant, Action<string> progress)
{
    private const int MaxFailuresInARow = 3;

    private int _failures;

    /// <summary>Settles the facts.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The result.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "An answer in a form that nobody thought of must not hide the other facts.")]
    public async Task<Examined> RunAsync(IReadOnlyList<Fact> facts, CancellationToken cancellationToken)
    {
        List<SettledFact> settled = [];
        string? stoppedBy = null;
        foreach (var fact in facts)
        {
            progress(fact.Name);
            try
            {
                var finding = await fact.SettleAsync(tenant, cancellationToken).ConfigureAwait(false);
                settled.Add(new SettledFact(fact, finding is { IsNeed: true } && tenant.RefusedCompanies is { } refused
                    ? Finding.Open($"{finding.Found}, and companies cannot be read ({refused.CodeText})")
                    : finding));
                _failures = 0;
            }
            catch (GainsightException exception)
            {
                settled.Add(new SettledFact(fact, Finding.Open(Why(exception))));
                if (Ends(exception))
                {
                    stoppedBy = FailureText.Of(exception);
                    break;
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException and not ToolException)
            {
                settled.Add(new SettledFact(fact, Finding.Open($"the check failed ({exception.GetType().Name}): the answer has a form that the tool does not know. Please report it")));
            }
        }

        return new Examined(settled, tenant.Record.Sent, tenant.Record.TypicalTime) { StoppedBy = stoppedBy };
    }

    /// <summary>Whether further calls would be in vain.</summary>
    private bool Ends(GainsightException exception) => exception switch
    {
        GainsightQuotaExceededException quota => quota.Window != GainsightQuotaExceededException.Budget,
        GainsightThrottledException => true,
        _ => ++_failures >= MaxFailuresInARow,
    };

    private static string Why(GainsightException exception) => exception switch
    {
        GainsightQuotaExceededException { Window: GainsightQuotaExceededException.Budget } => "not asked: the calls of an examination were used up",
        GainsightQuotaExceededException or GainsightThrottledException => "not asked: the quota of the tenant is used up",
        GainsightTransportException { IsTimeout: true } => "the answer did not come in time",
        GainsightTransportException => "the connection broke",
        GainsightAuthenticationException => "the key may not make this call",
        GainsightProtocolException => "the answer was no JSON that can be read",
        _ => "the tenant failed while it processed the call",
    };
}
