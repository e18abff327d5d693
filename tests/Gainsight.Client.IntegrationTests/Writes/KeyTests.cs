using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Writes;

public sealed class KeyTests
{
    private static readonly IdentifierKeys NameAndEmployees = [CompanyFields.Name, CompanyFields.Employees];

    [Fact]
    public async Task A_key_that_the_object_lacks_is_named_with_the_nearest_field()
    {
        await using var tenant = await Tenant.StartAsync();

        var upsert = () => tenant.CreateClient().Companies.UpsertAsync(new Company { Name = "Acme", ["Nmae"] = "Acme" }, "Nmae");

        (await upsert.Should().ThrowAsync<GainsightValidationException>().WithMessage("*company has no field Nmae. Did you mean Name?"))
            .Which.Errors.Should().ContainSingle().Which.Field.Should().Be("Nmae");
        tenant.Companies.Rows.Should().BeEmpty();
    }

    [Fact]
    public async Task Two_keys_distinguish_rows_with_the_same_name()
    {
        await using var tenant = await Tenant.StartAsync();
        var five = tenant.Companies.Insert(("Name", "Acme"), ("Employees", 5));
        var six = tenant.Companies.Insert(("Name", "Acme"), ("Employees", 6.0m));

        var report = await tenant.CreateClient().Companies.UpsertAsync(
            [.. ((int[])[5, 6, 7]).Select(i => new Company { Name = "Acme", Employees = i, Arr = i })], NameAndEmployees);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Updated, RowStatus.Updated, RowStatus.Inserted);
        report.Rows.Take(2).Select(row => row.Gsid).Should().Equal(five, six);
        tenant.Companies.Rows.Should().HaveCount(3).And.OnlyContain(row => Equals(row["Employees"], row["Arr"]));
    }

    [Fact]
    public async Task Three_keys_and_a_number_key_find_their_rows()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Acme"), ("Employees", 5), ("Industry", "Steel"));
        var gainsight = tenant.CreateClient();

        var three = await gainsight.Companies.UpsertAsync(
            [new Company { Name = "Acme", Employees = 5, Industry = "Steel", Arr = 1 }, new Company { Name = "Acme", Employees = 5, Industry = "Wood", Arr = 2 }],
            [CompanyFields.Name, CompanyFields.Employees, CompanyFields.Industry]);
        var number = await gainsight.Companies.UpsertAsync(
            [new Company { Name = "By users", Users = 12 }, new Company { Name = "By users again", Users = 12 }], CompanyFields.Users);

        three.Rows.Select(row => row.Status).Should().Equal(RowStatus.Updated, RowStatus.Inserted);
        number.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Updated);
        tenant.Names().Should().Equal("Acme", "Acme", "By users again");
    }

    [Fact]
    public async Task A_different_case_in_a_key_that_the_read_does_not_filter_by_is_another_row()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "ACME"), ("Employees", 5));

        // Employees has more values than Name, so the read filters by Employees.
        var report = await tenant.CreateClient().Companies.UpsertAsync(
            [new Company { Name = "acme", Employees = 5 }, new Company { Name = "acme", Employees = 6 }], NameAndEmployees);

        report.Inserted.Should().HaveCount(2);
        tenant.Names().Should().Equal("ACME", "acme", "acme");
    }

    [Fact]
    public async Task A_case_insensitive_tenant_gets_no_duplicate_row()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsid = tenant.Companies.Insert(("Name", "ACME"));
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (request, status, _) => request.RequestUri!.AbsolutePath.Contains("/query/", StringComparison.Ordinal)
                ? (status, """{"result":true,"requestId":"r","data":{"records":[{"Gsid":"$","Name":"ACME"}]}}""".Replace("$", gsid, StringComparison.Ordinal))
                : null,
        });

        var report = await gainsight.Companies.UpsertAsync([new Company { Name = "acme", Employees = 6 }], CompanyFields.Name);

        report.Updated.Should().ContainSingle().Which.Gsid.Should().Be(gsid);
        tenant.Companies.Count.Should().Be(1);
    }

    [Theory]
    [InlineData(OperatorSupport.Refused)]
    [InlineData(OperatorSupport.Ignored)]
    public async Task A_tenant_without_IN_is_queried_in_another_way_with_the_same_result(OperatorSupport support)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.In = support;
        tenant.Seed(100);
        tenant.Companies.Insert(("Name", Rows.Name(100).ToUpperInvariant()));
        tenant.Companies.Insert(("Name", "Somebody else"));

        var report = await tenant.CreateClient().Companies.UpsertAsync(Rows.Companies(120), CompanyFields.Name);

        report.Updated.Should().HaveCount(100);
        report.Inserted.Should().HaveCount(20);
        tenant.Names().Should().OnlyHaveUniqueItems().And.HaveCount(122);
        tenant.Calls(EmulatorOperations.Query).Should().BeLessThanOrEqualTo(10);
    }

    [Fact]
    public async Task A_tenant_that_accepts_only_one_condition_is_queried_key_by_key()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(10);
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (request, _, _) =>
                request.RequestUri!.AbsolutePath.Contains("/query/", StringComparison.Ordinal)
                && request.Content!.ReadAsStringAsync().Result is var asked
                && (asked.Contains("\"IN\"", StringComparison.Ordinal) || asked.Contains(" OR ", StringComparison.Ordinal))
                    ? (System.Net.HttpStatusCode.BadRequest, Intercept.Refusal)
                    : null,
        });

        var report = await gainsight.Companies.UpsertAsync(Rows.Companies(20), CompanyFields.Name);

        report.Updated.Should().HaveCount(10);
        report.Inserted.Should().HaveCount(10);
        tenant.Names().Should().OnlyHaveUniqueItems().And.HaveCount(20);
    }

    [Fact]
    public async Task A_key_given_by_name_has_the_type_of_the_field()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Acme"), ("Employees", 5));
        var gainsight = tenant.CreateClient();

        var report = await gainsight.Companies.UpsertAsync([new Company { Name = "Renamed", Employees = 5 }], (Field)"employees");

        report.Updated.Should().ContainSingle();
        tenant.Names().Should().Equal("Renamed");
        await FluentActions.Awaiting(() => gainsight.Companies.UpsertAsync([new Company { Name = "Acme" }], (Field)"RenewalDate"))
            .Should().ThrowAsync<ArgumentException>().WithMessage("*RenewalDate*");
    }
}
