namespace Gainsight.Client;

/// <summary>A gate that, once shut, lets a single call through to find out whether the others may follow. Times are local, in UTC ticks.</summary>
/// <remarks>Used where a bucket was closed by a refusal, and for the first call of all, which learns the server's clock.</remarks>
internal sealed class SingleCallGate
{
    /// <summary>How long the others wait for the answer. A refusal comes at once, so a longer silence counts as admission.</summary>
    private static readonly long Patience = TimeSpan.FromSeconds(2).Ticks;

    private int _probes;
    private int _probe;
    private long _probeUntil;

    /// <summary>When the next call may try, or null when the gate is open.</summary>
    public long? ShutUntil { get; private set; }

    /// <summary>Shuts the gate, or leaves it shut for longer.</summary>
    public void Shut(long until) => ShutUntil = Math.Max(ShutUntil ?? until, until);

    /// <summary>Whether a call may pass, and if not, when to ask again.</summary>
    public bool MayPass(long now, out long askAgain)
    {
        askAgain = 0;
        if (ShutUntil is not { } until)
        {
            return true;
        }

        if (now < until || (_probe != 0 && now < _probeUntil))
        {
            askAgain = Math.Max(until, _probe != 0 ? _probeUntil : until);
            return false;
        }

        if (_probe != 0)
        {
            (ShutUntil, _probe) = (null, 0);
        }

        return true;
    }

    /// <summary>Takes a call through. Returns the number of the probe that it is, 0 when the gate is open.</summary>
    public int Pass(long now)
    {
        if (ShutUntil is null)
        {
            return 0;
        }

        _probeUntil = now + Patience;
        return _probe = ++_probes;
    }

    /// <summary>Ends a call: an admitted probe opens the gate, another leaves the next call to try.</summary>
    public void End(int probe, bool admitted)
    {
        if (probe != 0 && probe == _probe)
        {
            _probe = 0;
            ShutUntil = admitted ? null : ShutUntil;
        }
    }
}
