using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Writes;

/// <summary>Keys as the tenant compares them.</summary>
public sealed class SpellingTests
{
    public static TheoryData<string, string> Spellings => new()
    {
        { "Acme", "Acme " },
        { "Acme", "\tACME" },
        { "Zoë", "Zoe\u0308" },
    };

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task A_row_that_the_tenant_returns_for_another_spelling_is_updated_and_not_inserted_again(string held, string sent)
    {
        await using var tenant = await Tenant.StartAsync();
        (tenant.Emulator.Switches.KeysAreTrimmed, tenant.Emulator.Switches.KeysAreComposed, tenant.Emulator.Switches.KeysIgnoreCase) = (true, true, true);
        var gsid = tenant.Companies.Insert(("Name", held));

        var report = await tenant.CreateClient().Companies.UpsertAsync([new Company { Name = sent, Employees = 5 }], CompanyFields.Name);

        report.Updated.Should().ContainSingle().Which.Gsid.Should().Be(gsid);
        tenant.Companies.Find(gsid)!["Employees"].Should().Be(5m);
        tenant.Companies.Count.Should().Be(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_spellings_in_one_list_are_one_row_where_the_tenant_says_so_and_the_later_value_wins(bool isThere)
    {
        await using var tenant = await Tenant.StartAsync();
        (tenant.Emulator.Switches.KeysAreTrimmed, tenant.Emulator.Switches.KeysAreComposed, tenant.Emulator.Switches.KeysIgnoreCase) = (true, true, true);
        if (isThere)
        {
            tenant.Companies.Insert(("Name", "Acme"));
        }

        var report = await tenant.CreateClient().Companies.UpsertAsync(
            [new Company { Name = "Acme", Employees = 1 }, new Company { Name = "ACME ", Employees = 2 }], CompanyFields.Name);

        report.AllSucceeded.Should().BeTrue();
        report.Rows.Select(row => row.Gsid).Distinct().Should().ContainSingle();
        tenant.Companies.Rows.Should().ContainSingle().Which["Employees"].Should().Be(2m);
    }

    [Fact]
    public async Task Two_spellings_in_one_list_are_two_rows_where_the_tenant_compares_exactly()
    {
        await using var tenant = await Tenant.StartAsync();

        var report = await tenant.CreateClient().Companies.UpsertAsync(
            [new Company { Name = "Acme", Employees = 1 }, new Company { Name = "ACME", Employees = 2 }], CompanyFields.Name);

        report.Inserted.Should().HaveCount(2);
        tenant.Names().Should().Equal("ACME", "Acme");
    }

    [Fact]
    public async Task Two_spellings_in_one_list_of_updates_are_written_in_order()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.KeysIgnoreCase = true;
        tenant.Companies.Insert(("Name", "Acme"));
        tenant.Seed(300);
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Latency) { Operation = EmulatorOperations.Update, Delay = TimeSpan.FromMinutes(1), Count = 1 });
        List<Company> rows = [new() { Name = "acme", Employees = 1 }, .. Rows.Companies(300), new() { Name = "ACME", Employees = 2 }];

        var report = await tenant.CreateClient().Companies.UpdateAsync(rows, CompanyFields.Name, new WriteOptions { MaxConcurrency = 8 });

        report.AllSucceeded.Should().BeTrue();
        tenant.Companies.Rows.Single(row => Equals(row["Name"], "Acme"))["Employees"].Should().Be(2m);
    }

    [Fact]
    public async Task A_spelling_that_is_done_early_does_not_let_a_third_row_overtake_the_other()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Acme"), ("Employees", 1m));
        List<Company> rows = [new() { Name = "Acme", Employees = 1 }, new() { Name = "ACME", Employees = 5 }, .. Rows.Companies(1_200), new() { Name = "ACME", Employees = 9 }];
        rows.InsertRange(520, [new Company { Name = "ACME", Employees = 7 }]);
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Latency) { Operation = EmulatorOperations.Insert, Delay = TimeSpan.FromMinutes(1), Count = 1 });

        var report = await tenant.CreateClient().Companies.UpsertAsync(rows, CompanyFields.Name, new WriteOptions { SkipUnchanged = true, MaxConcurrency = 8 });

        report.AllSucceeded.Should().BeTrue();
        tenant.Companies.Rows.Where(row => Equals(row["Name"], "ACME")).Should().ContainSingle().Which["Employees"].Should().Be(9m);
    }

    [Fact]
    public async Task Two_spellings_in_two_blocks_are_written_in_order()
    {
        await using var tenant = await Tenant.StartAsync();
        (tenant.Emulator.Switches.KeysAreTrimmed, tenant.Emulator.Switches.KeysAreComposed, tenant.Emulator.Switches.KeysIgnoreCase) = (true, true, true);
        List<Company> rows = [new() { Name = "Acme", Employees = 1 }, .. Rows.Companies(700), new() { Name = "ACME", Employees = 2 }];

        var report = await tenant.CreateClient().Companies.UpsertAsync(rows, CompanyFields.Name, new WriteOptions { MaxConcurrency = 8 });

        report.AllSucceeded.Should().BeTrue();
        tenant.Companies.Rows.Where(row => ((string)row["Name"]!).StartsWith("ac", StringComparison.OrdinalIgnoreCase)).Should().ContainSingle()
            .Which["Employees"].Should().Be(2m);
    }

    [Theory]
    [InlineData("001A0000006VmuA", "001A0000006VmuAIAS")]
    [InlineData("001A0000006VmuAIAS", "001A0000006VmuA")]
    public async Task A_Salesforce_id_is_a_key_in_either_form(string held, string sent)
    {
        await using var tenant = await Tenant.StartAsync();
        Intercept? wire = null;
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = wire = new Intercept(options.PrimaryHandler!));
        var gsid = tenant.Companies.Insert(("Name", "Acme"), ("SfdcAccountId", held));
        IdentifierKeys key = CompanyFields.SfdcAccountId;

        var upserted = await gainsight.Companies.UpsertAsync([new Company { Name = "New", SfdcAccountId = sent }], key);
        var updated = await gainsight.Companies.UpdateAsync(
            [new Company { SfdcAccountId = sent, Employees = 9 }, new Company { SfdcAccountId = "001A0000006VmuB", Employees = 9 }], key);

        upserted.Updated.Should().ContainSingle().Which.Gsid.Should().Be(gsid);
        updated.Rows.Select(row => (row.Status, row.Gsid)).Should().Equal((RowStatus.Updated, gsid), (RowStatus.Failed, null));
        (tenant.Companies.Find(gsid)!["Name"], tenant.Companies.Find(gsid)!["Employees"]).Should().Be(("New", 9m));
        wire!.Sent.Should().NotContain(call => call.Path.Contains("keys=Sfdc", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Salesforce_ids_that_differ_in_case_are_two_rows()
    {
        await using var tenant = await Tenant.StartAsync();

        var report = await tenant.CreateClient().Companies.UpsertAsync(
            [new Company { Name = "A", SfdcAccountId = "001A0000006VmuA" }, new Company { Name = "B", SfdcAccountId = "001A0000006Vmua" }, new Company { Name = "C", SfdcAccountId = "001A0000006VmuAIAS" }],
            CompanyFields.SfdcAccountId);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Inserted, RowStatus.Updated);
        tenant.Names().Should().Equal("B", "C");
    }
}
