namespace Gainsight.Client.IntegrationTests.Changes;

/// <summary>Companies that others write continuously, with a record of every past state.</summary>
internal sealed class ChangingTenant
{
    private readonly Tenant _tenant;
    private readonly Random _random;
    private readonly List<string> _live = [];
    private readonly HashSet<(string Gsid, string Name)> _states = [];
    private readonly HashSet<string> _deleted = [];
    private int _names;

    public ChangingTenant(Tenant tenant, int seed)
    {
        _tenant = tenant;
        _random = new Random(seed);
        tenant.Emulator.Limits.CallsPerMinute = int.MaxValue;
        tenant.Emulator.Limits.CallsPerDay = int.MaxValue;
    }

    public bool IsQuiet { get; set; }

    public IReadOnlySet<string> Deleted => _deleted;

    public Dictionary<string, string> Live => _tenant.Companies.Rows.ToDictionary(row => row.Gsid, row => (string)row["Name"]!);

    public bool WasEver(string gsid, string name) => _states.Contains((gsid, name));

    /// <summary>Adds rows with a modified date within one second, or without one.</summary>
    public void Insert(int count, DateTimeOffset? second)
    {
        for (var i = 0; i < count; i++)
        {
            Insert(("ModifiedDate", second?.AddMilliseconds(_random.Next(1000))));
        }
    }

    /// <summary>What others do between two pages, while some seconds pass.</summary>
    public void ChangeSomething()
    {
        if (IsQuiet)
        {
            return;
        }

        Insert();
        Update(_random.Next(4));
        if (_random.Next(4) == 0)
        {
            Update(20);
        }

        var victim = Any();
        _tenant.Companies.Delete(victim).Should().BeTrue();
        _live.Remove(victim);
        _deleted.Add(victim);
        _tenant.Clock.Advance(TimeSpan.FromMilliseconds(_random.Next(4000)));
    }

    private void Update(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var gsid = Any();
            var name = NewName(gsid);
            _tenant.Companies.Update(gsid, ("Name", name));
        }
    }

    private void Insert(params (string Field, object? Value)[] values)
    {
        var name = $"Company {_names++}";
        var gsid = _tenant.Companies.Insert([("Name", name), .. values]);
        _states.Add((gsid, name));
        _live.Add(gsid);
    }

    private string NewName(string gsid)
    {
        var name = $"Company {_names++}";
        _states.Add((gsid, name));
        return name;
    }

    private string Any() => _live[_random.Next(_live.Count)];
}
