namespace Gainsight.Client.IntegrationTests.Writes;

public sealed class NullOverNothingTests
{
    [Fact]
    public async Task An_initializer_filled_from_an_object_without_values_empties_no_field()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        await gainsight.Companies.InsertAsync([new Company { Name = "Acme", Arr = 5m, Industry = "Rail" }]);
        var theirs = new { Name = "Acme", Arr = (decimal?)null, Industry = (string?)null, Employees = (int?)7 };

        await gainsight.Companies.UpsertAsync(
            [new Company { Name = theirs.Name, Arr = theirs.Arr, Industry = theirs.Industry, Employees = theirs.Employees }], CompanyFields.Name);

        var row = tenant.Named("Acme").Should().ContainSingle().Which;
        (row["Arr"], row["Industry"], row["Employees"]).Should().Be((5m, "Rail", 7m));
    }

    [Fact]
    public async Task A_value_that_was_read_is_emptied_by_null_and_any_field_by_Clear()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        await gainsight.Companies.InsertAsync([new Company { Name = "Acme", Arr = 5m, Industry = "Rail" }]);
        var read = (await gainsight.Companies.Query().Select(CompanyFields.Name, CompanyFields.Arr).ToListAsync()).Single();
        decimal? none = null;
        read.Arr = none;
        read.Clear(CompanyFields.Industry);

        await gainsight.Companies.UpdateAsync([read], CompanyFields.Name);

        var row = tenant.Named("Acme").Should().ContainSingle().Which;
        (row["Arr"], row["Industry"]).Should().Be((null, null));
    }
}
