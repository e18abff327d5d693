namespace Gainsight.Client.Emulator.Tests;

public sealed class SettingTests
{
    [Fact]
    public async Task A_seed_sets_switches_limits_and_faults_by_name()
    {
        using var tenant = new Tenant();

        tenant.Emulator.Load("""
            {
              "switches": { "dates": "EpochMilliseconds", "PageCap": 250, "SendsDate": false, "DeleteData": "gone", "FilterTimeOffset": "01:30:00" },
              "limits": { "RecordsPerWrite": 30, "JobStep": 2.5 },
              "faults": [ { "kind": "Respond", "status": 403, "operation": "record.insert", "probability": 1.0, "count": 1, "body": "no" } ]
            }
            """);

        var switches = tenant.Emulator.Switches;
        (switches.Dates, switches.PageCap, switches.SendsDate, switches.DeleteData, switches.FilterTimeOffset)
            .Should().Be((DateForm.EpochMilliseconds, 250, false, "gone", TimeSpan.FromMinutes(90)));
        (tenant.Emulator.Limits.RecordsPerWrite, tenant.Emulator.Limits.JobStep).Should().Be((30, TimeSpan.FromSeconds(2.5)));
        (await tenant.InsertAsync("Company", """{"Name":"a"}""")).Text.Should().Be("no");
    }

    [Fact]
    public void Null_takes_an_optional_value_away()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.PageCap = 5;
        tenant.Emulator.Switches.DeleteData = "gone";

        tenant.Emulator.Load("""{"switches":{"PageCap":null,"DeleteData":null}}""");

        tenant.Emulator.Switches.PageCap.Should().BeNull();
        tenant.Emulator.Switches.DeleteData.Should().BeNull();
    }

    [Theory]
    [InlineData("""{"switches":{"PageCaps":1}}""", "*no switch PageCaps*PageCap,*")]
    [InlineData("""{"switches":{"PageCap":"many"}}""", "*switch PageCap must be a whole number, not 'many'*")]
    [InlineData("""{"switches":{"PageShortBy":null}}""", "*switch PageShortBy must be a whole number*")]
    [InlineData("""{"switches":{"PageCap":[1]}}""", "*switch PageCap must be a text, a number, true or false*")]
    [InlineData("""{"switches":{"Dates":"Julian"}}""", "*switch Dates must be one of Iso,*")]
    [InlineData("""{"switches":{"Dates":1}}""", "*switch Dates must be one of Iso,*")]
    [InlineData("""{"switches":{"SendsDate":"perhaps"}}""", "*switch SendsDate must be true or false*")]
    [InlineData("""{"switches":[]}""", "*must be an object*")]
    [InlineData("""{"limits":{"JobStep":"soon"}}""", "*limit JobStep must be a number of seconds or hh:mm:ss*")]
    [InlineData("""{"limits":{"CallsPerMinute":-5}}""", "*limit CallsPerMinute must not be negative, not '-5'*")]
    [InlineData("""{"limits":{"JobStep":"-00:00:02"}}""", "*limit JobStep must not be negative, not '-00:00:02'*")]
    [InlineData("""{"limits":{"BytesPerCall":-1}}""", "*limit BytesPerCall must not be negative, not '-1'*")]
    [InlineData("""{"limits":{"Calls":1}}""", "*no limit Calls*CallsPerMinute*")]
    [InlineData("""{"faults":[{"kind":"Earthquake"}]}""", "*no fault 'Earthquake'*LateCommit*")]
    [InlineData("""{"faults":[{"status":403}]}""", "*no fault ''*")]
    [InlineData("""{"faults":[{"kind":"Respond","stauts":403}]}""", "*no setting of a fault stauts*Status*")]
    [InlineData("""{"faults":[{"kind":"Respond","probability":"often"}]}""", "*Probability must be a number*")]
    public void A_wrong_name_or_value_is_refused_and_named(string seed, string message)
    {
        using var tenant = new Tenant();

        tenant.Emulator.Invoking(each => each.Load(seed)).Should().Throw<ArgumentException>().WithMessage(message);
    }

    [Fact]
    public async Task The_request_log_forgets_old_requests_but_counts_them()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Requests.Capacity = 3;
        _ = tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Count = 2 });
        for (var i = 0; i < 10; i++)
        {
            _ = await tenant.QueryAsync("Company", """{"select":["Name"]}""");
        }

        var log = tenant.Emulator.Requests;
        log.Snapshot().Select(entry => entry.Sequence).Should().Equal(8, 9, 10);
        (log.Count, log.CountOf(EmulatorOperations.Query), log.CountOf(FaultKind.ServerError)).Should().Be((10, 10, 2));
        log.Invoking(each => each.Capacity = -1).Should().Throw<ArgumentOutOfRangeException>();
    }
}
