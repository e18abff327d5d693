using System.Runtime.InteropServices;

namespace Gainsight.Client;

/// <content>The permits that a quota store granted to this host. Without a store there are none, and the limits alone decide.</content>
internal sealed partial class WindowCounter
{
    /// <summary>Whether the host holds permits that no call has used, or calls count that the store does not know of.</summary>
    public bool IsUnsettled
    {
        get
        {
            for (var i = 0; i < _used.Count; i++)
            {
                if (HeldIn(i) != 0 || AllotmentOf(_first + i).LostTotal > 0)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Whether the host holds a permit for a call in every instance that the server may be in.</summary>
    public bool HasPermit()
    {
        for (var i = 0; i < _used.Count; i++)
        {
            if (HeldIn(i) < 1)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The same without the store: of what was left of an instance when the store went away, the host uses its own share.</summary>
    public bool HasOwnShare(int limit, double share)
    {
        for (var i = 0; i < _used.Count; i++)
        {
            var allotment = AllotmentOf(_first + i);
            var left = allotment.IsFrozen ? 0 : Math.Max(0, limit - allotment.Granted - Math.Min(allotment.Others, limit));
            var own = left == limit ? QuotaBucket.PartOf(limit, share) : (int)(left * share);
            if (_used[i] >= allotment.Granted + own)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Adds a claim for every instance that the server may be in. What other hosts give back from now on is not in its answer.</summary>
    public void Claim(List<QuotaClaim> claims, List<(WindowCounter Counter, long Number)> instances, string window, int limit, int share, bool isBulk)
    {
        for (var i = 0; i < _used.Count; i++)
        {
            ref var allotment = ref AllotmentOf(_first + i);
            claims.Add(ClaimOf(i, window, limit, share) with { IsFirst = isBulk && !allotment.HasAsked });
            instances.Add((this, _first + i));
            allotment.Ask();
        }
    }

    /// <summary>Adds a claim for every instance in which the host holds or owes permits. Those that it holds are given back, so no call uses them any more.</summary>
    /// <param name="claims">Gets the claims.</param>
    /// <param name="instances">Gets their counters.</param>
    /// <param name="window">The name of the window.</param>
    /// <param name="keepsHeld">Whether the host keeps what it holds.</param>
    public void Settle(List<QuotaClaim> claims, List<(WindowCounter Counter, long Number)> instances, string window, bool keepsHeld = false)
    {
        for (var i = 0; i < _used.Count; i++)
        {
            var claim = ClaimOf(i, window, int.MaxValue, int.MaxValue);
            if (claim.Held < 0 || claim.Known > 0 || (claim.Held > 0 && !keepsHeld))
            {
                claims.Add(claim);
                instances.Add((this, _first + i));
                ref var allotment = ref AllotmentOf(_first + i);
                allotment.Granted -= Math.Max(claim.Held, 0);
                allotment.Total -= Math.Max(claim.Held, 0);
                allotment.Ask();
            }
        }
    }

    /// <summary>Applies what the store counted. What was given back has been subtracted when it was sent.</summary>
    public void Apply(long number, QuotaCharge charge, int limit, bool isBulk, long earliest)
    {
        if (number < _first)
        {
            return;
        }

        ref var allotment = ref AllotmentOf(number);
        allotment.Granted += Math.Max(charge.Charged, 0);
        (allotment.Total, allotment.LostTotal, allotment.LostOwn) = (charge.Used, 0, 0);
        if (allotment.Others < Spent)
        {
            allotment.Others = Math.Max(0, charge.Used - allotment.Granted);
        }

        allotment.Limit = charge.Limit;
        allotment.IsAsked = false;
        if (limit > 0)
        {
            NoteTurn(ref allotment, charge, limit, isBulk, earliest);
        }
    }

    /// <summary>Other hosts gave permits back, or may have without a notice that came: how many is known when the store is asked.</summary>
    public void MayHaveMore()
    {
        foreach (ref var allotment in CollectionsMarshal.AsSpan(_allotments))
        {
            (allotment.MayHaveMore, allotment.IsAsked) = (true, false);
        }
    }

    /// <summary>The store lost its memory: it knows of no permit of this host. Permits that the host has not used are not used any more.</summary>
    public void Forget()
    {
        foreach (ref var allotment in CollectionsMarshal.AsSpan(_allotments))
        {
            var index = allotment.Number - _first;
            var used = index >= 0 && index < _used.Count ? _used[(int)index] : 0;
            if (allotment.LostTotal == 0)
            {
                // Otherwise a loss before is not reported yet, and nothing was granted since.
                allotment.LostOwn = Math.Min(allotment.Granted, used);
                allotment.LostTotal = allotment.Total - (allotment.Granted - allotment.LostOwn);
            }

            allotment = new() { Number = allotment.Number, LostTotal = allotment.LostTotal, LostOwn = allotment.LostOwn, Others = allotment.LostTotal - allotment.LostOwn };
        }
    }

    /// <summary>The store went away. In instances that end soon, only the permits that the host holds are used: other hosts have the others.</summary>
    public void Freeze(long until)
    {
        for (var i = 0; i < _used.Count; i++)
        {
            AllotmentOf(_first + i).IsFrozen |= EndOf(i) <= until;
        }
    }

    /// <summary>The store is back.</summary>
    public void Thaw()
    {
        foreach (ref var allotment in CollectionsMarshal.AsSpan(_allotments))
        {
            allotment.IsFrozen = false;
        }
    }

    /// <summary>A claim for what the host holds. After a loss of memory, for what the lost memory had counted.</summary>
    private QuotaClaim ClaimOf(int index, string window, int limit, int share)
    {
        ref var allotment = ref AllotmentOf(_first + index);
        return new(window, length, allotment.Number, limit, share, allotment.LostTotal > 0 ? -allotment.LostOwn : HeldIn(index)) { Known = allotment.LostTotal };
    }

    private int HeldIn(int index) => AllotmentOf(_first + index).Granted - _used[index];

    private int UsedIn(int index) => _allotments is null ? _used[index] : _used[index] + AllotmentOf(_first + index).Others;

    /// <summary>Whether the host may use or ask for another permit of an instance.</summary>
    private bool MayHaveRoomIn(int index, int limit, bool isCounted)
    {
        ref var allotment = ref AllotmentOf(_first + index);
        var most = allotment.Limit == 0 ? limit : Math.Min(limit, allotment.Limit);
        return _used[index] < most && ((!isCounted && MayHaveMoreIn(index)) || _used[index] + allotment.Others < most);
    }

    private bool MayHaveMoreIn(int index) => _allotments is not null && AllotmentOf(_first + index) is { Others: < Spent } allotment && (allotment.MayHaveMore || allotment.IsAsked);

    private ref Allotment AllotmentOf(long number)
    {
        var allotments = CollectionsMarshal.AsSpan(_allotments);
        for (var i = 0; i < allotments.Length; i++)
        {
            if (allotments[i].Number == number)
            {
                return ref allotments[i];
            }
        }

        _allotments!.Add(new() { Number = number });
        return ref CollectionsMarshal.AsSpan(_allotments)[^1];
    }

    /// <summary>What is known of an instance from the store.</summary>
    private struct Allotment
    {
        /// <summary>The number of the instance.</summary>
        public long Number;

        /// <summary>The permits of this host that the store has counted, whether or not calls used them.</summary>
        public int Granted;

        /// <summary>The permits of other hosts, when the store was asked last.</summary>
        public int Others;

        /// <summary>The permits of all hosts, when the store was asked last, without those that this host has given back since.</summary>
        public int Total;

        /// <summary>The <see cref="Total"/> of a memory that the store lost, until it is reported. Otherwise 0.</summary>
        public int LostTotal;

        /// <summary>The calls of this host among <see cref="LostTotal"/>.</summary>
        public int LostOwn;

        /// <summary>The smallest limit that hosts have, or 0 before the store was asked.</summary>
        public int Limit;

        /// <summary>Whether other hosts may have given permits back since.</summary>
        public bool MayHaveMore;

        /// <summary>Whether the store is being asked what they gave back. Calls wait for its answer.</summary>
        public bool IsAsked;

        /// <summary>Whether the store counted this host among those with lists and streams.</summary>
        public bool HasAsked;

        /// <summary>Whether only <see cref="Granted"/> counts until the instance ends.</summary>
        public bool IsFrozen;

        /// <summary>The store is asked now.</summary>
        public void Ask() => (IsAsked, MayHaveMore) = (IsAsked || MayHaveMore, false);
    }
}
