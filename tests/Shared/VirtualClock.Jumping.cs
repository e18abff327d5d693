using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client.TestSupport;

public sealed partial class VirtualClock
{
    /// <summary>How long nothing must have happened before a jump, in points. Each check takes a millisecond and adds more points if the thread pool is quiet.</summary>
    private const int StillEnough = 24;

    /// <summary>The same while a request that does not wait for the clock is in progress. Only a hanging request stays quiet for a second.</summary>
    private const int StillForever = 8_000;

    private const int StillWithQuietPool = 8;
    private const int StillWithBusyPool = 1;

    private static readonly AsyncLocal<Request?> CurrentRequest = new();

    private readonly HashSet<Request> _requests = [];
    private readonly ManualResetEvent _stop = new(initialState: false);
    private Thread? _thread;
    private int _running;
    private int _holds;

    /// <summary>The number of requests in progress, including holds.</summary>
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
    /// and nothing is left to run. A request does not block the clock if its server waits for this clock in the same process.
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

    /// <summary>Stops the clock from jumping until disposed. For work that is visible neither in the thread pool nor as a request.</summary>
    public IDisposable Hold()
    {
        Interlocked.Increment(ref _holds);
        return new HoldScope(this, Begin());
    }

    /// <summary>Registers a request that is sent. It counts as in progress until <see cref="Request.End"/>.</summary>
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
                || Volatile.Read(ref _holds) > 0
                || (still < StillForever && IsAnythingMoving())
                || NextTimer is null
                || IsThreadAtWork()
                || TakeNext(seen.Changes) is not { } timer)
            {
                continue;
            }

            // On the pool, like real timers, because code that awaits the timer can continue inside its callback.
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
            return _running > 0 || _requests.Count(request => request.Timers == 0) > _serverTimers;
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
        /// <summary>The number of active timers that were created for the request. While there are any, its server waits for the clock.</summary>
        public int Timers { get; set; }

        /// <summary>Marks the rest of the current method, and everything it calls, as part of the request.</summary>
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

    private sealed class HoldScope(VirtualClock clock, Request request) : IDisposable
    {
        private bool _disposed;

        public void Dispose()
        {
            if (!_disposed)
            {
                _disposed = true;
                request.End();
                Interlocked.Decrement(ref clock._holds);
            }
        }
    }
}
