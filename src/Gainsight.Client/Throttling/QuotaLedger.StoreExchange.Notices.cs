using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client;

/// <content>What a ledger hears from its quota store.</content>
internal sealed partial class QuotaLedger
{
    private sealed partial class StoreExchange
    {
        private static readonly TimeSpan ListenAgain = TimeSpan.FromMinutes(1);

        private long _listenAt;
        private IAsyncDisposable? _listening;

        private void Hear(QuotaNotice notice)
        {
            lock (ledger._lock)
            {
                var now = ledger.Now;
                switch (notice.Kind)
                {
                    case QuotaNoticeKind.Closed:
                        Close(notice.Bucket, notice.Until, now);
                        break;
                    case QuotaNoticeKind.Room:
                        ExpectMore();
                        break;
                    default:
                        _mustReport = true;
                        ExpectMore();
                        break;
                }

                ledger.PumpIfAnyWaits(now);
            }

            Start();
        }

        /// <summary>Other hosts gave permits back, or may have without a notice that came.</summary>
        private void ExpectMore()
        {
            foreach (var counter in ledger._counters.Values)
            {
                counter.MayHaveMore();
            }
        }

        /// <summary>Closes a bucket of which another host's call was refused.</summary>
        private void Close(string bucket, DateTimeOffset until, long now)
        {
            if (ledger._gates.TryGetValue(bucket, out var gate) && ledger._clock.SurelyAt(until.UtcTicks) is var opensAt && opensAt > now)
            {
                gate.Shut(Math.Min(opensAt, now + ledger._counters.Keys.Max(window => window.Length).Ticks));
            }
        }

        [SuppressMessage("Design", "CA1031", Justification = "Whatever a store throws, there are no notices. The failure is logged.")]
        private async Task ListenAsync()
        {
            lock (ledger._lock)
            {
                if (_listening is not null || _isSuspended || ledger.Now < _listenAt)
                {
                    return;
                }

                _listenAt = ledger.Now + ListenAgain.Ticks;
            }

            Task<IAsyncDisposable>? started = null;
            try
            {
                using CancellationTokenSource limit = new(StoreTimeout, ledger._time);
                started = store.ListenAsync(tenant, Hear, limit.Token).AsTask();
                var listening = await started.WaitAsync(limit.Token).ConfigureAwait(false);
                lock (ledger._lock)
                {
                    _listening = listening;
                }

                if (_isSuspended)
                {
                    StopListening();
                }
            }
            catch (Exception exception)
            {
                Write(log => Log.QuotaNoticesMissing(log, tenant, exception is QuotaStoreException ? exception.Message : $"It failed with {exception.GetType().Name}."));

                // Another listening starts in a minute, so this one must not hear as well if it starts late.
                _ = EndAsync(started);
            }
        }

        private void StopListening()
        {
            IAsyncDisposable? listening;
            lock (ledger._lock)
            {
                (listening, _listening, _listenAt) = (_listening, null, 0);
                ExpectMore();
            }

            _ = EndAsync(listening is null ? null : Task.FromResult(listening));
        }

        [SuppressMessage("Design", "CA1031", Justification = "A store that is away ends the listening as well, and there is nobody to tell.")]
        private static async Task EndAsync(Task<IAsyncDisposable>? started)
        {
            try
            {
                if (started is not null)
                {
                    await (await started.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
                }
            }
            catch (Exception)
            {
                // Nothing listens.
            }
        }
    }
}
