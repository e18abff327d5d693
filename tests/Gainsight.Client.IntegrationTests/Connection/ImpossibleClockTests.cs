using System.Globalization;
using System.Text.RegularExpressions;
using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Writes;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.IntegrationTests.Connection;

/// <summary>A machine whose clock shows the first or the last minutes that .NET has.</summary>
public sealed class ImpossibleClockTests
{
    public static TheoryData<string> Clocks => ["0001-01-01T00:00:00Z", "0001-01-01T00:00:01Z", "9999-12-31T23:45:00Z"];

    [Theory]
    [MemberData(nameof(Clocks))]
    public async Task Rows_are_written_and_read(string now)
    {
        using var machine = new Machine(now);

        var written = await machine.Gainsight.Companies.UpsertAsync(
            [new Company { Name = "Acme", Stage = "Launched" }, new Company { Name = "Bravo" }], CompanyFields.Name);
        var read = await machine.Gainsight.Companies.Query().Select(CompanyFields.Name).ToListAsync();

        written.Inserted.Should().HaveCount(2);
        read.Select(company => company.Name).Should().BeEquivalentTo("Acme", "Bravo");
        machine.Gainsight.Quota.Windows.Should().NotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Clocks))]
    public async Task A_refusal_for_quota_is_waited_for(string now)
    {
        using var machine = new Machine(now);
        machine.Emulator.Faults.Add(new Fault(FaultKind.Throttle) { Count = 2 });

        (await machine.Gainsight.CheckConnectionAsync()).ObjectCount.Should().BePositive();
    }

    [Theory]
    [MemberData(nameof(Clocks))]
    public async Task A_token_is_requested_and_used(string now)
    {
        using var machine = new Machine(now, withToken: true);

        (await machine.Gainsight.CheckConnectionAsync()).ObjectCount.Should().BePositive();
        (await machine.Gainsight.Companies.Query().Select(CompanyFields.Name).ToListAsync()).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Clocks))]
    public async Task A_feed_and_the_log_of_deletions_are_read(string now)
    {
        using var machine = new Machine(now);
        machine.Emulator.Object("Company").Insert(("Name", "Acme"));
        var changes = machine.Gainsight.Changes;

        var kinds = new List<ChangeKind>();
        await foreach (var change in changes.ReadAsync(machine.Gainsight.Companies.Query().Select(CompanyFields.Name), ChangeCheckpoint.Beginning))
        {
            kinds.Add(change.Kind);
            change.At.Should().BeBefore(DateTimeOffset.MaxValue);
        }

        kinds.Should().EndWith(ChangeKind.CaughtUp);
        await foreach (var deleted in changes.ReadDeletedAsync(machine.Clock.GetUtcNow()))
        {
            deleted.Gsid.Should().BeNull("nothing was deleted");
        }
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    public async Task A_feed_whose_newest_row_has_an_impossible_date_throws_nothing_raw(string date)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Acme"));
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (_, status, body) => (status, Regex.Replace(body, "\"ModifiedDate\":[^,}]*", $"\"ModifiedDate\":\"{date}\"")),
        });

        var failure = await Record.ExceptionAsync(async () =>
        {
            await foreach (var change in gainsight.Changes.ReadAsync(gainsight.Companies.Query().Select(CompanyFields.Name), ChangeCheckpoint.Beginning))
            {
                change.Checkpoint.ToString().Should().NotBeEmpty();
            }
        });

        (failure is null or GainsightException).Should().BeTrue($"{failure}");
    }

    private sealed class Machine : IDisposable
    {
        private readonly VirtualClock _tenantsClock = new();
        private readonly HttpMessageHandler _handler;

        public Machine(string now, bool withToken = false)
        {
            Clock = new VirtualClock(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)) { PassesUpTo = TimeSpan.FromSeconds(90) };
            Emulator = new GainsightEmulator(new GainsightEmulatorOptions { TimeProvider = _tenantsClock, Host = "clock.gainsightcloud.com" });
            Emulator.AddClient("client", "secret");
            _handler = Emulator.CreateHandler();
            Gainsight = new GainsightClient(new GainsightClientOptions
            {
                BaseAddress = Emulator.BaseAddress,
                Credential = withToken ? new ClientCredentialsCredential("client", "secret") : new AccessKeyCredential(Emulator.AccessKey),
                TimeProvider = Clock,
                PrimaryHandler = _handler,
            });
        }

        public VirtualClock Clock { get; }

        public GainsightEmulator Emulator { get; }

        public GainsightClient Gainsight { get; }

        public void Dispose()
        {
            Gainsight.Dispose();
            _handler.Dispose();
            Emulator.Dispose();
            Clock.Dispose();
            _tenantsClock.Dispose();
        }
    }
}
