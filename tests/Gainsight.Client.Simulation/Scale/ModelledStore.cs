namespace Gainsight.Client.Simulation;

/// <summary>The store in memory behind a network, as one host sees it.</summary>
internal sealed class ModelledStore(ScaleRun run, InMemoryQuotaStore memory, ScaleHost host) : IQuotaStore
{
    public ValueTask<QuotaGrant> TakeAsync(QuotaRequest request, CancellationToken cancellationToken)
    {
        TaskCompletionSource<QuotaGrant> answer = new();
        if (run.IsCut(host))
        {
            return new(answer.Task);
        }

        host.Tenant.RoundTrips++;
        if (run.Network.IsLost())
        {
            return new(answer.Task);
        }

        run.After(run.Network.ToStore(), () =>
        {
            var grant = memory.TakeAsync(request, CancellationToken.None).AsTask().GetAwaiter().GetResult();
            if (run.IsCut(host) || run.Network.IsLost())
            {
                Lose(request, grant);
                return;
            }

            run.After(run.Network.ToStore(), () =>
            {
                if (cancellationToken.IsCancellationRequested)
                {
                    Lose(request, grant);
                }

                answer.SetResult(grant);
                run.Touch(host);
            });
        });
        return new(answer.Task);
    }

    public ValueTask CloseAsync(string tenant, string bucket, DateTimeOffset until, TimeSpan duration, CancellationToken cancellationToken)
    {
        host.Tenant.RoundTrips++;
        return run.IsCut(host) ? new(new TaskCompletionSource().Task) : memory.CloseAsync(tenant, bucket, until, duration, cancellationToken);
    }

    public ValueTask<IAsyncDisposable> ListenAsync(string tenant, Action<QuotaNotice> listener, CancellationToken cancellationToken)
    {
        host.Hear = notice =>
        {
            listener(notice);
            run.Touch(host);
        };
        return memory.ListenAsync(tenant, notice => run.After(run.Network.ToStore(), () =>
        {
            if (!run.IsCut(host))
            {
                host.Hear(notice);
            }
        }), cancellationToken);
    }

    /// <summary>The store counted, and the host does not know it.</summary>
    private void Lose(QuotaRequest request, QuotaGrant grant)
    {
        for (var i = 0; i < grant.Charges.Count; i++)
        {
            if (request.Claims[i].Length == ScaleSettings.Window && grant.Charges[i].Charged > 0)
            {
                host.Tenant.Lost[request.Claims[i].Number] = host.Tenant.Lost.GetValueOrDefault(request.Claims[i].Number) + grant.Charges[i].Charged;
            }
        }
    }
}
