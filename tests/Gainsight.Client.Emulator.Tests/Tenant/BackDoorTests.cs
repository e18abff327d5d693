namespace Gainsight.Client.Emulator.Tests;

public sealed class BackDoorTests
{
    [Fact]
    public void A_new_tenant_has_five_active_users_with_an_address_and_no_companies()
    {
        using var emulator = new GainsightEmulator();

        emulator.Object("company").Count.Should().Be(0);
        emulator.Object("gsuser").Rows.Should().HaveCount(5)
            .And.OnlyContain(user => (bool)user["IsActiveUser"]! && ((string)user["Email"]!).EndsWith("@northwind.example"));
        emulator.BaseAddress.Scheme.Should().Be("https");
    }

    [Fact]
    public void A_row_that_a_test_holds_does_not_change_with_the_tenant()
    {
        using var tenant = new Tenant();
        var gsid = tenant.Companies.Insert(("Name", "before"), ("Stage", "Launched"));
        var kept = tenant.Companies.Find(gsid)!;

        tenant.Companies.Update(gsid, ("Name", "after"));

        kept["Name"].Should().Be("before");
        tenant.Companies.Find(gsid)!["name"].Should().Be("after");
        tenant.Companies.Find(gsid)!["Stage"].Should().Be(kept["Stage"]);
    }

    [Fact]
    public void What_the_API_refuses_may_be_set()
    {
        using var tenant = new Tenant();
        DateTimeOffset when = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

        var gsid = tenant.Companies.Insert(("Gsid", "1P02X"), ("Nps", 80), ("ModifiedDate", when));

        gsid.Should().Be("1P02X");
        tenant.Companies.Find(gsid)!["ModifiedDate"].Should().Be(when);
        tenant.Companies.Find(gsid)!["Nps"].Should().Be(80m);
    }

    [Fact]
    public void A_field_added_later_is_empty_in_rows_that_were_there()
    {
        using var tenant = new Tenant();
        var gsid = tenant.Companies.Insert(("Name", "a"));

        _ = tenant.Companies.AddField("Tier__gc", EmulatedDataType.String);

        tenant.Companies.Find(gsid)!["Tier__gc"].Should().BeNull();
        tenant.Companies.Update(gsid, ("Tier__gc", "Gold"));
        tenant.Companies.Find(gsid)!["Tier__gc"].Should().Be("Gold");
    }

    [Fact]
    public async Task A_custom_object_can_be_added_and_used()
    {
        using var tenant = new Tenant();
        var contract = tenant.Emulator.AddCustomObject("Contract__gc", "Contract");
        _ = contract.AddField("Value__gc", EmulatedDataType.Currency);

        var inserted = await tenant.InsertAsync("contract__gc", """{"Name":"a","Value__gc":1.10}""");
        var found = await tenant.QueryAsync("Contract__gc", """{"select":["Value__gc","CreatedBy__gr.Email"]}""");

        inserted.Gsid().Should().StartWith("1Z");
        found.Records.Single().GetRawText().Should().Be("""{"Value__gc":1.10,"CreatedBy__gr.Email":"rhea@northwind.example"}""");
    }

    [Fact]
    public void Mistakes_in_a_test_are_named()
    {
        using var tenant = new Tenant();
        var companies = tenant.Companies;

        companies.Invoking(each => each.Insert(("Nope", 1))).Should().Throw<ArgumentException>().WithMessage("*Nope*");
        companies.Invoking(each => each.Insert(("Stage", "Orbiting"))).Should().Throw<ArgumentException>().WithMessage("*Stage*");
        companies.Invoking(each => each.Insert(("Employees", "five"))).Should().Throw<ArgumentException>().WithMessage("*Employees*");
        companies.Invoking(each => each.Insert(("RenewalDate", "soon"))).Should().Throw<ArgumentException>().WithMessage("*RenewalDate*");
        companies.Invoking(each => each.Update("1P02", ("Name", "a"))).Should().Throw<KeyNotFoundException>();
        companies.Invoking(each => each.Update(each.Insert(("Name", "a")), ("Gsid", "1P02"))).Should().Throw<ArgumentException>();
        companies.Field("Employees").Invoking(each => each.DefaultValue = "five").Should().Throw<ArgumentException>();
        companies.Invoking(each => each.AddField("name", EmulatedDataType.String)).Should().Throw<ArgumentException>();
        companies.Invoking(each => each.Field("Nope")).Should().Throw<KeyNotFoundException>();
        companies.Field("Stage").Picklist!.Invoking(each => each.AddItem("Launched")).Should().Throw<ArgumentException>();
        tenant.Emulator.Invoking(each => each.Object("Nope")).Should().Throw<KeyNotFoundException>();
        tenant.Emulator.Invoking(each => each.AddCustomObject("Contract")).Should().Throw<ArgumentException>();
        tenant.Emulator.Invoking(each => each.AddCustomObject("asset__gc")).Should().Throw<ArgumentException>();
        companies.Delete("1P02").Should().BeFalse();
    }

    [Fact]
    public void Values_are_converted_to_the_type_of_the_field()
    {
        using var tenant = new Tenant();

        var gsid = tenant.Assets.Insert(new Dictionary<string, object?>
        {
            ["Seats__gc"] = 5L,
            ["Purchased_On__gc"] = "03-31-2027",
            ["Last_Seen__gc"] = new DateTimeOffset(2027, 3, 31, 11, 0, 0, TimeSpan.FromHours(2)),
            ["Regions__gc"] = new[] { "EMEA", "APAC" },
            ["In_Use__gc"] = true,
        });

        var row = tenant.Assets.Find(gsid)!;
        row["Seats__gc"].Should().Be(5m);
        row["Purchased_On__gc"].Should().Be(new DateOnly(2027, 3, 31));
        ((DateTimeOffset)row["Last_Seen__gc"]!).Offset.Should().Be(TimeSpan.Zero);
        ((string)row["Regions__gc"]!).Split(';').Should().Equal(
            tenant.Assets.Field("Regions__gc").Picklist!.Find("EMEA")!.Gsid, tenant.Assets.Field("Regions__gc").Picklist!.Find("APAC")!.Gsid);
    }

    [Fact]
    public void The_same_seed_gives_the_same_ids_and_another_one_others()
    {
        using Tenant first = new(seed: 3), again = new(seed: 3), other = new(seed: 4);

        var gsid = first.Companies.Insert(("Name", "a"));

        again.Companies.Insert(("Name", "a")).Should().Be(gsid);
        other.Companies.Insert(("Name", "a")).Should().NotBe(gsid);
    }

    [Fact]
    public void Many_threads_may_write_and_read_at_once()
    {
        using var tenant = new Tenant();

        Parallel.For(0, 1000, i =>
        {
            var gsid = tenant.Companies.Insert(("Name", $"c{i}"));
            tenant.Companies.Update(gsid, ("Employees", i));
            _ = tenant.Companies.Rows.Count;
            _ = i % 2 == 0 && tenant.Companies.Delete(gsid);
        });

        tenant.Companies.Count.Should().Be(500);
        tenant.Emulator.Object("record_delete_log").Count.Should().Be(500);
    }

    [Fact]
    public void A_disposed_emulator_makes_no_handlers()
    {
        var emulator = new GainsightEmulator();
        emulator.Dispose();

        emulator.Invoking(each => each.CreateHandler()).Should().Throw<ObjectDisposedException>();
    }

    [Fact]
    public async Task The_log_can_be_cleared()
    {
        using var tenant = new Tenant();
        _ = await tenant.QueryAsync("Company", """{"select":["Gsid"]}""");
        var before = tenant.Emulator.Requests.Count;

        tenant.Emulator.Requests.Clear();

        before.Should().Be(1);
        tenant.Emulator.Requests.Snapshot().Should().BeEmpty();
    }

    [Fact]
    public void Each_emulator_has_a_host_of_its_own_unless_one_is_given()
    {
        using var one = new GainsightEmulator();
        using var other = new GainsightEmulator();
        using var named = new GainsightEmulator(new GainsightEmulatorOptions { Host = "northwind.gainsightcloud.com" });

        one.BaseAddress.Should().NotBe(other.BaseAddress);
        named.BaseAddress.Should().Be(new Uri("https://northwind.gainsightcloud.com"));
    }

    [Fact]
    public void A_new_row_was_created_and_last_changed_at_the_same_time()
    {
        using var emulator = new GainsightEmulator(new GainsightEmulatorOptions { TimeProvider = new RestlessClock() });
        var companies = emulator.Object("Company");

        companies.Insert(("Name", "Elm"));

        companies.Rows.Should().ContainSingle().Which["CreatedDate"].Should().NotBeNull().And.Be(companies.Rows[0]["ModifiedDate"]);
    }

    /// <summary>A clock that goes on each time it is read.</summary>
    private sealed class RestlessClock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now += TimeSpan.FromSeconds(1);
    }
}
