namespace Gainsight.Client.IntegrationTests.Query;

/// <summary>Comparisons whose limits are undocumented: what each kind of tenant finds, and which query finds the same rows on both.</summary>
public sealed class OpenComparisonTests
{
    private static readonly Field<string> Industry = CompanyFields.Industry;
    private static readonly Field<string> Stage = CompanyFields.Stage;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Between_finds_its_last_day_only_on_tenants_that_include_it_and_two_comparisons_find_it_on_all(bool includesEnd)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.BetweenIncludesEnd = includesEnd;
        for (var day = 1; day <= 5; day++)
        {
            tenant.Companies.Insert(("Name", $"{day}"), ("RenewalDate", new DateOnly(2027, 1, day)));
        }

        tenant.Companies.Insert(("Name", "none"));
        (DateOnly from, DateOnly to) = (new(2027, 1, 2), new(2027, 1, 4));

        var between = await NamesAsync(tenant, CompanyFields.RenewalDate.Between(from, to));
        var joined = await NamesAsync(tenant, CompanyFields.RenewalDate.GreaterThanOrEqualTo(from) & CompanyFields.RenewalDate.LessThanOrEqualTo(to));

        between.Should().Equal(includesEnd ? ["2", "3", "4"] : ["2", "3"]);
        joined.Should().Equal("2", "3", "4");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Not_equal_finds_empty_fields_only_on_tenants_that_include_them_and_a_filter_can_include_or_exclude_them(bool findsEmpty)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.NotEqualFindsEmpty = findsEmpty;
        tenant.Companies.Insert(("Name", "same"), ("Industry", "Energy"), ("Stage", "Adopting"));
        tenant.Companies.Insert(("Name", "other"), ("Industry", "Retail"), ("Stage", "Launched"));
        tenant.Companies.Insert(("Name", "empty"));

        foreach (var filter in (Filter[])[Industry.NotEqualTo("Energy"), Stage.NotEqualTo("Adopting")])
        {
            (await NamesAsync(tenant, filter)).Should().Equal(findsEmpty ? ["empty", "other"] : ["other"]);
        }

        (await NamesAsync(tenant, Industry.NotEqualTo("Energy") & Industry.IsNotNull())).Should().Equal("other");
        (await NamesAsync(tenant, Industry.NotEqualTo("Energy") | Industry.IsNull())).Should().Equal("empty", "other");
        (await NamesAsync(tenant, Stage.NotEqualTo("Adopting") & Stage.IsNotNull())).Should().Equal("other");
        (await NamesAsync(tenant, Stage.NotEqualTo("Adopting") | Stage.IsNull())).Should().Equal("empty", "other");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_picklist_item_in_another_case_is_found_on_some_tenants_and_with_labels_on_all(bool caseSensitive)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.PicklistsAreCaseSensitive = caseSensitive;
        tenant.Companies.Insert(("Name", "A"), ("Stage", "Adopting"), ("Tags", new[] { "Beta" }));
        tenant.Companies.Insert(("Name", "L"), ("Stage", "Launched"));
        var query = tenant.CreateClient().Companies.Query().Select(CompanyFields.Name);

        foreach (var filter in (Filter[])[Stage.EqualTo("adopting"), Stage.In("ADOPTING", "WILL CHURN"), CompanyFields.Tags.Includes("beta")])
        {
            var plain = await query.Where(filter).ToListAsync();

            plain.Select(row => row.Name).Should().Equal(caseSensitive ? [] : ["A"]);
        }

        (await query.Where(Stage.EqualTo("adopting")).WithLabels().ToListAsync()).Select(row => row.Name).Should().Equal("A");
        (await query.Where(CompanyFields.Tags.Includes("beta")).WithLabels().ToListAsync()).Select(row => row.Name).Should().Equal("A");
    }

    private static async Task<List<string>> NamesAsync(Tenant tenant, Filter filter) =>
        [.. (await tenant.CreateClient().Companies.Query().Select(CompanyFields.Name).Where(filter).ToListAsync())
            .Select(row => row.Name!).Order(StringComparer.Ordinal)];
}
