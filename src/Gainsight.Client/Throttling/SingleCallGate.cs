namespace Gainsight.Client;

/// <summary>A gate that lets a single trial call through after it was shut. The result of the trial decides whether other calls may follow. Times are local, in UTC ticks.</summary>
/// <remarks>Used for a bucket that a refusal closed, and for the very first call, which learns the server's clock.</remarks>
internal sealed class SingleCallGate
{
    /// <summary>How long other calls wait for the answer to a trial. A refusal is fast, so a longer wait counts as admission.</summary>
    private static readonly long Patience = TimeSpan.FromSeconds(2).Ticks;

    private int _lastTrial;
    private int _trial;
    private long _trialUntil;

    /// <summary>When the next trial may start, or null when the gate is open.</summary>
    public long? ShutUntil { get; private set; }

    /// <summary>Whether a call was refused, and none admitted since.</summary>
    public bool WasRefused { get; set; }

    /// <summary>Shuts the gate, or extends the time for which it is shut.</summary>
    public void Shut(long until) => ShutUntil = Math.Max(ShutUntil ?? until, until);

    /// <summary>Whether a call may pass, and if not, when to ask again.</summary>
    public bool MayPass(long now, out long askAgain)
    {
        askAgain = 0;
        if (ShutUntil is not { } until)
        {
            return true;
        }

        if (now < until || (_trial != 0 && now < _trialUntil))
        {
            askAgain = Math.Max(until, _trial != 0 ? _trialUntil : until);
            return false;
        }

        if (_trial != 0)
        {
            (ShutUntil, _trial) = (null, 0);
        }

        return true;
    }

    /// <summary>Lets a call through. Returns the number of the trial, or 0 when the gate is open.</summary>
    public int Pass(long now)
    {
        if (ShutUntil is null)
        {
            return 0;
        }

        _trialUntil = now + Patience;
        return _trial = ++_lastTrial;
    }

    /// <summary>Ends a call. An admitted trial opens the gate; after any other trial, the next call becomes the trial.</summary>
    public void End(int trial, bool admitted)
    {
        if (trial != 0 && trial == _trial)
        {
            _trial = 0;
            ShutUntil = admitted ? null : ShutUntil;
        }
    }
}
