namespace Gainsight.Client;

/// <summary>Counts the calls of a window in each instance (minute, hour or day) that the server may be in now. Times are the server's, in UTC ticks.</summary>
/// <remarks>
/// A running call counts in every instance, because it may arrive in any of them. Instances that the server has left, or cannot
/// have reached, are not kept: a call that ended before an instance can begin does not count in it.
/// </remarks>
internal sealed partial class WindowCounter(TimeSpan length, bool isShared = false)
{
    /// <summary>More than any limit, and far from overflow.</summary>
    private const int Spent = 1 << 30;

    private readonly long _length = length.Ticks;
    private readonly List<int> _used = [];
    private readonly int[] _waiting = new int[2];

    // What the quota store granted, or null without a store. By instance, because an instance that turns out not to have begun is removed, and its permits
    // are still good when it begins.
    private readonly List<Allotment>? _allotments = isShared ? [] : null;
    private long _first;
    private int _running;

    /// <summary>The lane of the last call. When both lanes wait, the other lane is next.</summary>
    public RequestLane LastLane { get; private set; } = RequestLane.Bulk;

    /// <summary>When a permit was last used, in local UTC ticks.</summary>
    public long LastTakenAt { get; set; }

    /// <summary>For each lane, the last pass of the queue in which a call found no room here.</summary>
    public long[] BlockedIn { get; } = new long[2];

    /// <summary>The number of calls of the fullest instance, with those of other hosts.</summary>
    public int Used => _allotments is null ? _used.Max() : Enumerable.Range(0, _used.Count).Max(UsedIn);

    /// <summary>Whether no call runs, and no instance has calls.</summary>
    public bool IsUnused => _running == 0 && _used.TrueForAll(used => used == 0);

    /// <summary>The end of the last instance that the server may be in.</summary>
    public long EndsAt => EndOf(_used.Count - 1);

    /// <summary>Removes the instances that have ended, and adds those that the server may have reached.</summary>
    public void Roll(long earliest, long latest)
    {
        var first = earliest / _length;
        var last = Math.Max(first, (latest - 1) / _length);
        if (last < _first)
        {
            // A clock was set back, so the calls before and after cannot be told apart.
            var most = _used.Count == 0 ? 0 : _used.Max();
            _used.Clear();
            while (_used.Count <= last - first)
            {
                _used.Add(most);
            }
        }
        else
        {
            first = Math.Max(first, _first);
            _used.RemoveRange(0, (int)Math.Min(first - _first, _used.Count));
        }

        _first = first;
        var count = (int)(last - first + 1);
        if (_used.Count > count)
        {
            _used.RemoveRange(count, _used.Count - count);
        }

        while (_used.Count < count)
        {
            _used.Add(_running);
        }

        _allotments?.RemoveAll(allotment => allotment.Number < _first);
    }

    /// <summary>Whether there is room for a call, and if not, when the last full instance ends.</summary>
    /// <param name="limit">The number of calls.</param>
    /// <param name="freeAt">The end of the last full instance, or 0.</param>
    /// <param name="isCounted">Whether only the last counts of the store matter, and not that other hosts may have given permits back since.</param>
    public bool HasRoom(int limit, out long freeAt, bool isCounted = false)
    {
        for (var i = _used.Count - 1; i >= 0; i--)
        {
            if (_allotments is null ? _used[i] >= limit : !MayHaveRoomIn(i, limit, isCounted))
            {
                freeAt = EndOf(i);
                return false;
            }
        }

        freeAt = 0;
        return true;
    }

    /// <summary>When there is room for the last of this number of calls, if no others are sent. 0 for now.</summary>
    /// <param name="calls">The number of calls.</param>
    /// <param name="limit">The number of calls in an instance.</param>
    /// <param name="asksFirst">Whether the quota store is asked before, where other hosts may have given permits back.</param>
    public long RoomFor(long calls, int limit, bool asksFirst = false)
    {
        var last = _used.Count - 1;
        var tooFull = last;
        while (tooFull >= 0 && (asksFirst && MayHaveMoreIn(tooFull) ? _used[tooFull] : UsedIn(tooFull)) + calls <= limit)
        {
            tooFull--;
        }

        if (tooFull < last)
        {
            return tooFull < 0 ? 0 : EndOf(tooFull);
        }

        var later = calls - Math.Max(limit - UsedIn(last), 0) - 1;
        return EndOf(last) + (later / limit * _length);
    }

    /// <summary>Counts a call that is about to be sent.</summary>
    public void Take(RequestLane lane)
    {
        for (var i = 0; i < _used.Count; i++)
        {
            _used[i]++;
        }

        _running++;
        LastLane = lane;
    }

    /// <summary>Ends a call that certainly arrived before a time. It is removed from the instances that begin at that time or later.</summary>
    public void Done(long arrivedBefore)
    {
        _running--;
        for (var i = _used.Count - 1; i >= 0 && EndOf(i - 1) >= arrivedBefore; i--)
        {
            _used[i]--;
        }
    }

    /// <summary>The end of the instance that contains a time.</summary>
    public long EndAfter(long time) => ((time / _length) + 1) * _length;

    /// <summary>Marks the instance that contains a time as used up.</summary>
    public void Spend(long time)
    {
        var index = (time / _length) - _first;
        if (index >= 0 && index < _used.Count)
        {
            if (_allotments is null)
            {
                _used[(int)index] = Math.Max(_used[(int)index], Spent);
            }
            else
            {
                // Not the host's own calls, which it reports to the store.
                AllotmentOf(time / _length).Others = Spent;
            }
        }
    }

    public void AddWaiting(RequestLane lane, int count) => _waiting[(int)lane] += count;

    /// <summary>The number of waiting calls that are sent before a new one of the lane.</summary>
    public int Ahead(RequestLane lane)
    {
        var own = _waiting[(int)lane];
        return own + Math.Min(own + 1, _waiting[1 - (int)lane]);
    }

    private long EndOf(int index) => (_first + index + 1) * _length;
}
