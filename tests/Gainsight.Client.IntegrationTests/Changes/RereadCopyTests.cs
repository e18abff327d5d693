using Gainsight.Client.IntegrationTests.Query;

namespace Gainsight.Client.IntegrationTests.Changes;

/// <summary>Copies that are so old that everything is read again, while others change rows.</summary>
public sealed class RereadCopyTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_row_that_changes_when_everything_is_read_again_is_not_told_as_deleted(bool duringTheRead)
    {
        await using var tenant = await Tenant.StartAsync();
        using var file = new CopyFile();
        List<string> gsids = [];
        for (var i = 0; i < 4; i++)
        {
            gsids.Add(tenant.Companies.Insert(("Name", $"Company {i}")));
            tenant.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        tenant.Clock.Advance(Feed.Settled);
        var pages = 0;
        (var gainsight, _) = QueryHook.CreateClient(tenant, change: body =>
        {
            if (body["limit"]?.GetValue<int>() == 2 && body["orderBy"]?["ModifiedDate"]?.GetValue<string>() == "asc" && ++pages == 2 && duringTheRead)
            {
                tenant.Companies.Update(gsids[3], ("Name", "changed"));
            }
        });
        var query = gainsight.Companies.Query().Select(CompanyFields.Name);
        var reading = new ReadOptions { PageSize = 2 };
        var earlier = tenant.CreateClient();
        await file.UpdateAsync(earlier, earlier.Companies.Query().Select(CompanyFields.Name));
        tenant.Clock.Advance(TimeSpan.FromDays(20));
        tenant.Companies.Delete(gsids[0]);
        tenant.Clock.Advance(Feed.Settled);
        if (!duringTheRead)
        {
            tenant.Companies.Update(gsids[3], ("Name", "changed"));
        }

        var again = await file.UpdateAsync(gainsight, query, reading);
        tenant.Clock.Advance(Feed.Settled);
        var next = await file.UpdateAsync(gainsight, query, reading);

        pages.Should().BeGreaterThan(1);
        again.Select(change => (change.Kind, change.Key)).Should().Equal((ChangeKind.Deleted, gsids[0]));
        var updated = next.Should().ContainSingle().Which;
        (updated.Kind, updated.Key, updated.Before!.Name, updated.After!.Name).Should().Be((ChangeKind.Updated, gsids[3], "Company 3", "changed"));
    }

    [Fact]
    public async Task A_row_that_left_the_filter_and_rows_that_are_gone_are_told_when_everything_is_read_again()
    {
        await using var tenant = await Tenant.StartAsync();
        using var file = new CopyFile();
        var gsids = KeysetTests.Insert(tenant, 3);
        tenant.Clock.Advance(Feed.Settled);
        var gainsight = tenant.CreateClient();
        var query = gainsight.Companies.Query().Select(CompanyFields.Name).Where(CompanyFields.Employees.LessThan(100));
        await file.UpdateAsync(gainsight, query);
        tenant.Clock.Advance(TimeSpan.FromDays(20));
        tenant.Companies.Delete(gsids[0]);
        tenant.Companies.Update(gsids[1], ("Employees", 1000));
        tenant.Clock.Advance(Feed.Settled);

        var again = await file.UpdateAsync(gainsight, query);

        again.Select(change => (change.Kind, change.Key)).Should().BeEquivalentTo([(ChangeKind.Deleted, gsids[0]), (ChangeKind.Deleted, gsids[1])]);
    }

    [Fact]
    public async Task A_copy_by_a_number_with_labels_in_its_filter_keeps_what_was_changed_last()
    {
        await using var tenant = await Tenant.StartAsync();
        using var file = new CopyFile();
        List<string> gsids = [.. Enumerable.Range(1, 3).Select(i => tenant.Companies.Insert(("Name", $"Company {i}"), ("Employees", i), ("Stage", "Adopting")))];
        tenant.Clock.Advance(Feed.Settled);
        var gainsight = tenant.CreateClient();
        var query = gainsight.Companies.Query().Select(CompanyFields.Name).Where(CompanyFields.Stage.EqualTo("ADOPTING")).WithLabels();
        await file.UpdateAsync(gainsight, query, key: CompanyFields.Employees);
        tenant.Clock.Advance(TimeSpan.FromDays(20));
        tenant.Companies.Delete(gsids[0]);
        tenant.Clock.Advance(Feed.Settled);
        tenant.Companies.Update(gsids[1], ("Name", "changed"));

        var again = await file.UpdateAsync(gainsight, query, key: CompanyFields.Employees);

        again.Select(change => (change.Kind, change.Key)).Should().Equal((ChangeKind.Deleted, "1"));
    }

    [Fact]
    public async Task A_copy_of_an_object_without_GSIDs_is_read_again_by_its_own_key()
    {
        await using var tenant = await Tenant.StartAsync();
        using var file = new CopyFile();
        var scores = tenant.Emulator.Object("customer_health_scorecard_fact_1");
        var modified = Field.Custom<DateTimeOffset>("score_modified_at__gc");
        List<string> rows = [.. Enumerable.Range(0, 3).Select(i => scores.Insert(("trend__gc", i), (modified.Name, tenant.Clock.GetUtcNow())))];
        tenant.Clock.Advance(Feed.Settled);
        var gainsight = tenant.CreateClient();

        async Task<List<ChangeKind>> UpdateAsync()
        {
            using var copy = new RecordCopy<ObjectRecord>(file.Path);
            List<ChangeKind> kinds = [];
            var options = new ChangeOptions { Key = Field.Custom<decimal>("Id"), ModifiedDate = modified };
            await foreach (var change in copy.UpdateAsync(gainsight.Changes, gainsight.Objects(scores.Name).Query().Select("trend__gc"), options))
            {
                kinds.Add(change.Kind);
            }

            await copy.SaveAsync();
            return kinds;
        }

        (await UpdateAsync()).Should().HaveCount(3);
        tenant.Clock.Advance(TimeSpan.FromDays(20));
        scores.Delete(rows[0]);

        (await UpdateAsync()).Should().Equal(ChangeKind.Deleted);
        (await UpdateAsync()).Should().BeEmpty();
    }
}
