using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client.TestSupport;

public sealed partial class VirtualClock
{
    /// <summary>How still it must have been for a jump: some checks of a millisecond each, more while the thread pool is at work on something else.</summary>
    private const int StillEnough = 24;

    /// <summary>The same while a request is under way that does not wait for the clock: only a hanging one leaves everything still for a second.</summary>
    private const int StillForever = 8_000;

    private const int StillWithQuietPool = 8;
    private const int StillWithBusyPool = 1;

    private static readonly AsyncLocal<Request?> CurrentRequest = new();

    private readonly HashSet<Request> _requests = [];
    private readonly ManualResetEvent _stop = new(initialState: false);
    private Thread? _thread;
    private int _running;

    /// <summary>The requests under way, and the holds.</summary>
    public int InFlight
    {
        get
        {
            lock (_lock)
            {
                return _requests.Count;
            }
        }
    }

    /// <summary>
    /// From now on the clock jumps to the next timer whenever no request is in flight (seen by an <see cref="InFlightHandler"/>)
    /// and nothing is left to run. A request whose server waits for this very clock, in the same process, does not hold it up.
    /// </summary>
    /// <returns>The clock.</returns>
    public VirtualClock StartJumping()
    {
        if (_thread is null)
        {
            _thread = new Thread(Jump) { IsBackground = true, Name = nameof(VirtualClock) };
            _thread.Start();
        }

        return this;
    }

    /// <summary>Keeps the clock from jumping until disposed: for work that neither the thread pool nor a request shows.</summary>
    public IDisposable Hold() => new HoldScope(Begin());

    /// <summary>Notes a request that goes out; until its end is told.</summary>
    internal Request Begin()
    {
        Request request = new(this);
        lock (_lock)
        {
            _changes++;
            _requests.Add(request);
        }

        return request;
    }

    private void Jump()
    {
        (long Changes, long WorkItems) last = default;
        var still = 0;
        while (!_stop.WaitOne(1))
        {
            (long Changes, long WorkItems) seen = (Interlocked.Read(ref _changes), ThreadPool.CompletedWorkItemCount);
            if (seen.Changes != last.Changes || ThreadPool.PendingWorkItemCount > 0)
            {
                still = 0;
            }
            else
            {
                still += seen.WorkItems == last.WorkItems ? StillWithQuietPool : StillWithBusyPool;
            }

            last = seen;
            if (still < StillEnough
                || (still < StillForever && IsAnythingMoving())
                || NextTimer is null
                || IsThreadAtWork()
                || TakeNext(seen.Changes) is not { } timer)
            {
                continue;
            }

            // On the pool, as real timers do: what awaits the timer may go on inside its callback.
            ThreadPool.UnsafeQueueUserWorkItem(Run, timer, preferLocal: false);
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Thrown by Dispose.")]
    private void Run(VirtualTimer timer)
    {
        try
        {
            timer.Run();
        }
        catch (Exception exception)
        {
            lock (_lock)
            {
                _failure ??= exception;
            }
        }
        finally
        {
            lock (_lock)
            {
                _running--;
                _changes++;
            }
        }
    }

    private bool IsAnythingMoving()
    {
        lock (_lock)
        {
            return _running > 0 || _requests.Any(request => request.Timers == 0);
        }
    }

    private VirtualTimer? TakeNext(long changes)
    {
        lock (_lock)
        {
            if (changes != _changes || Peek() is not { } timer)
            {
                return null;
            }

            _running++;
            return TakeDue(timer.Due);
        }
    }

    private void StopJumping()
    {
        _stop.Set();
        if (_thread is { } thread && thread != Thread.CurrentThread)
        {
            thread.Join();
        }

        _stop.Dispose();
    }

    /// <summary>A request in flight.</summary>
    internal sealed class Request(VirtualClock clock)
    {
        /// <summary>The set timers that were made on its way: while there are any, its server waits for the clock.</summary>
        public int Timers { get; set; }

        /// <summary>Marks what the current method does from here on, and all it calls, as done for the request.</summary>
        public void Enter() => CurrentRequest.Value = this;

        public void End()
        {
            lock (clock._lock)
            {
                clock._changes++;
                clock._requests.Remove(this);
            }
        }
    }

    private sealed class HoldScope(Request request) : IDisposable
    {
        public void Dispose() => request.End();
    }
}
