namespace Gainsight.Client;

/// <content>When the host asks for permits for lists and streams, in a window that several hosts use up.</content>
internal sealed partial class WindowCounter
{
    /// <summary>A host that waited for this number of instances, or more, asks first.</summary>
    private const int LongestTurn = 3;

    /// <summary>Hosts whose part of a limit is smaller take turns: not all of them get a permit in each instance.</summary>
    private const int SmallPart = 4;

    /// <summary>The first turn: by then all hosts know that the instance began, also those that have had no answer of Gainsight. At most two fifteenths of the instance.</summary>
    private static readonly long FirstTurn = TimeSpan.FromSeconds(8).Ticks;

    /// <summary>The time from turn to turn: longer than clocks differ that Gainsight's answers have set. At most a twentieth of the instance.</summary>
    private static readonly long Step = TimeSpan.FromSeconds(3).Ticks;

    // Numbers of instances: the last in which the permits of all hosts were used up, the last in which this host got some, and the first since then in which it got none.
    private long _usedUpIn = -2;
    private long _servedIn;
    private long _unservedSince;
    private int _hosts;

    private bool IsUsedUpByHosts => _usedUpIn >= _first - 1;

    /// <summary>The number of permits that the host may ask for when it is its turn: the rest of its part of the limit, then again as many.</summary>
    public int MostInTurn(int limit)
    {
        var part = PartOf(limit);
        return IsUsedUpByHosts && part - AllotmentOf(_first).Granted is > 0 and var rest ? rest : part;
    }

    /// <summary>The time from which the host may ask, so that single calls and hosts that waited longer come first. 0 where hosts do not compete.</summary>
    public long TurnAt(int limit)
    {
        if (!IsUsedUpByHosts)
        {
            return 0;
        }

        var waited = _unservedSince > _servedIn ? Math.Clamp(_first - _unservedSince, 0, LongestTurn) : 0;
        var hasPart = _servedIn >= _first && AllotmentOf(_first).Granted >= PartOf(limit);
        var turn = hasPart ? LongestTurn + 1 : IsSmall(limit) ? LongestTurn - waited : 0;
        return (_first * _length) + Math.Min(_length * 2 / 15, FirstTurn) + (turn * Math.Min(_length / 20, Step));
    }

    private bool IsSmall(int limit) => limit / SmallPart < _hosts;

    /// <summary>The part of a limit for each of the hosts that have lists and streams to send.</summary>
    private int PartOf(int limit) => Math.Max(1, limit / Math.Max(1, _hosts));

    /// <summary>Notes what the store answered to a request for permits.</summary>
    private void NoteTurn(ref Allotment allotment, QuotaCharge charge, int limit, bool isBulk, long earliest)
    {
        allotment.HasAsked |= isBulk;
        _hosts = charge.Hosts;
        var isUsedUp = allotment.Others > 0 && charge.Used >= Math.Min(charge.Limit, limit);
        if (isUsedUp && (IsSmall(limit) || earliest - (allotment.Number * _length) < _length / 2))
        {
            // A window that is used up late is no reason to wait in the next one.
            _usedUpIn = Math.Max(_usedUpIn, allotment.Number);
        }

        if (isBulk && charge.Charged > 0)
        {
            _servedIn = Math.Max(_servedIn, allotment.Number);
        }
        else if (isUsedUp && _unservedSince <= _servedIn && allotment.Number > _servedIn)
        {
            _unservedSince = allotment.Number;
        }
    }
}
