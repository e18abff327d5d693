using Gainsight.Client.TestSupport;

namespace Gainsight.Client.IntegrationTests.Writes.Journal;

/// <summary>Ends a run as a kill does: at a call, the journal gets no further byte, and no further call reaches the tenant.</summary>
internal sealed class KillSwitch(Tenant tenant, WriteJournal journal, int call, bool isCarriedOut, string operation)
    : DelegatingHandler(new InFlightHandler(tenant.Clock, tenant.Emulator.CreateHandler()))
{
    private readonly Lock _sync = new();
    private int _calls;
    private bool _isDead;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        bool kills, reaches;
        lock (_sync)
        {
            var isCounted = request.RequestUri!.AbsolutePath == operation && ++_calls >= call;
            kills = isCounted && !_isDead;
            reaches = !_isDead && (!kills || isCarriedOut);
            if (kills && !isCarriedOut)
            {
                Kill();
            }
        }

        if (!reaches)
        {
            throw new HttpRequestException("The process is gone.");
        }

        var response = await base.SendAsync(request, cancellationToken);
        lock (_sync)
        {
            if (kills)
            {
                Kill();
            }

            if (!_isDead)
            {
                return response;
            }
        }

        response.Dispose();
        throw new HttpRequestException("The process is gone.");
    }

    private void Kill()
    {
        _isDead = true;
        journal.Dispose();
    }
}
