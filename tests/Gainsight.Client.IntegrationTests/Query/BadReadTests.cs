using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Query;

/// <summary>Reads that name what is not there: a typed error says what, and an object without rows is no error.</summary>
public sealed class BadReadTests
{
    [Fact]
    public async Task An_export_of_an_object_that_was_deleted_names_it_and_the_nearest_one()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var export = () => ListAsync(gainsight.Bulk.ExportAsync(gainsight.Objects("Assets__gc").Query().Select("Name")));

        (await export.Should().ThrowAsync<GainsightNotFoundException>()).WithMessage("*Assets__gc*Asset__gc*");
        tenant.Calls(EmulatorOperations.ExportStatus).Should().Be(0);
    }

    [Fact]
    public async Task A_label_of_another_field_is_refused_with_the_labels_of_the_field()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Acme"), ("Stage", "Adopting"), ("Status", "Active"));
        var gainsight = tenant.CreateClient();
        var read = () => gainsight.Companies.Query().Select(CompanyFields.Name).Where(CompanyFields.Stage.EqualTo("Active")).ToListAsync();

        (await read.Should().ThrowAsync<ArgumentException>()).WithMessage("*Stage*Adopting*").Which.Message.Should().NotContain("Active");
    }

    [Fact]
    public async Task An_object_without_rows_is_read_exported_counted_and_followed_to_nothing()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var query = gainsight.Companies.Query().Select(CompanyFields.Name);

        (await query.ToListAsync()).Should().BeEmpty();
        (await query.CountAsync()).Should().Be(0);
        (await query.AnyAsync()).Should().BeFalse();
        (await query.FirstOrDefaultAsync()).Should().BeNull();
        (await gainsight.Companies.GetManyAsync(CompanyFields.Name, ["Acme"])).Should().BeEmpty();
        (await ListAsync(gainsight.Bulk.ExportAsync(query))).Should().BeEmpty();
    }

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> rows)
    {
        var list = new List<T>();
        await foreach (var row in rows)
        {
            list.Add(row);
        }

        return list;
    }
}
