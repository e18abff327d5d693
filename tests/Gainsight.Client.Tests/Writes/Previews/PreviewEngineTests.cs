namespace Gainsight.Client.Tests.Writes;

public sealed class PreviewEngineTests : IDisposable
{
    private readonly TableTenant _tenant = new();

    public void Dispose()
    {
        (_tenant.Inserts.Any(), _tenant.Updates.Any()).Should().Be((false, false), "a preview writes nothing");
        _tenant.Dispose();
    }

    [Fact]
    public async Task A_preview_of_an_upsert_tells_what_becomes_of_each_row()
    {
        _tenant.Add("c0", employees: 0);
        _tenant.Add("c1", employees: 7);
        Company[] rows = [.. TableTenant.List(3), new() { Name = "c2", Employees = 9 }, new(), new() { Name = "c5", Stage = "Orbiting" }];

        var preview = await _tenant.Companies.PreviewUpsertAsync(rows, CompanyFields.Name);

        preview.Rows.Select(row => row.Status).Should().Equal(
            PreviewStatus.Unchanged, PreviewStatus.WouldUpdate, PreviewStatus.WouldInsert, PreviewStatus.WouldUpdate, PreviewStatus.WouldFail, PreviewStatus.WouldFail);
        preview.Rows.Select(row => (row.Index, row.Gsid)).Should().Equal((0, "1P1"), (1, "1P2"), (2, null), (3, null), (4, null), (5, null));
        var change = preview.Rows[1].Changes.Should().ContainSingle().Subject;
        (change.Field.Name, Convert.ToInt32(change.Before), Convert.ToInt32(change.After), change.IsKnownToDiffer).Should().Be(("Employees", 7, 1, true));
        preview.Rows[2].Changes.Select(each => each.Field.Name).Should().BeEquivalentTo("Name", "Employees");
        preview.Rows[3].Changes.Should().BeSameAs(preview.Rows[2].Changes);
        preview.Rows[4].Errors.Should().ContainSingle().Which.Code.Should().Be(RecordErrorCodes.MissingKey);
        preview.Rows[5].Errors.Should().ContainSingle().Which.Code.Should().Be(RecordErrorCodes.UnknownPicklistItem);
        preview.Calls.Should().Be(_tenant.Calls.Count).And.BePositive();
    }

    [Fact]
    public async Task A_preview_of_an_update_fails_rows_that_are_not_there()
    {
        _tenant.Add("c1", employees: 7);

        var preview = await _tenant.Companies.PreviewUpdateAsync(TableTenant.List(2), CompanyFields.Name);

        preview.Rows.Select(row => (row.Status, row.Gsid)).Should().Equal((PreviewStatus.WouldFail, null), (PreviewStatus.WouldUpdate, "1P1"));
        preview.Rows[0].Errors.Should().ContainSingle().Which.Code.Should().Be(ErrorCodes.NoMatch);
    }

    [Fact]
    public async Task A_preview_of_an_insert_reads_only_the_description()
    {
        var preview = await _tenant.Companies.PreviewInsertAsync([new Company { Name = "a" }, new Company(), new Company { Name = "half \uD83D" }]);

        preview.Rows.Select(row => row.Status).Should().Equal(PreviewStatus.WouldInsert, PreviewStatus.WouldFail, PreviewStatus.WouldFail);
        _tenant.Calls.Should().OnlyContain(call => call.Kind == "describe");
    }

    [Fact]
    public async Task A_picklist_item_is_told_by_its_label()
    {
        _tenant.Rows.Add(new() { ["Gsid"] = "1P1", ["Name"] = "a", ["Stage"] = "1I01" });
        _tenant.Rows.Add(new() { ["Gsid"] = "1P2", ["Name"] = "b", ["Stage"] = "1I01" });

        var preview = await _tenant.Companies.PreviewUpdateAsync([new Company { Name = "a", Stage = "Live" }, new Company { Name = "b", Stage = "Bad" }], CompanyFields.Name);

        preview.Rows.Select(row => row.Status).Should().Equal(PreviewStatus.Unchanged, PreviewStatus.WouldUpdate);
        var change = preview.Rows[1].Changes.Should().ContainSingle().Subject;
        (change.Before, change.After, change.ToString()).Should().Be(("Live", "Bad", "Stage"));
    }

    [Fact]
    public async Task Every_row_of_the_tenant_with_the_key_of_an_update_is_compared()
    {
        _tenant.Add("a", employees: 1);
        _tenant.Add("a", employees: 2);

        var preview = await _tenant.Companies.PreviewUpdateAsync([new Company { Name = "a", Employees = 1 }], CompanyFields.Name);

        preview.Rows.Should().ContainSingle().Which.Status.Should().Be(PreviewStatus.WouldUpdate);
        preview.Rows[0].Gsid.Should().BeNull();
        preview.Rows[0].Changes.Should().ContainSingle();
    }

    [Fact]
    public async Task A_lookup_changes_the_field_unless_its_row_already_matches()
    {
        _tenant.Rows.Add(new() { ["Gsid"] = "1P1", ["Name"] = "a", ["Csm__gr.Email"] = "a@acme.test" });
        Company same = new() { Name = "a" }, other = new() { Name = "a" };
        same.SetLookup(CompanyFields.Csm, UserFields.Email, "a@acme.test");
        other.SetLookup(CompanyFields.Csm, UserFields.Email, "b@acme.test");

        var unchanged = await _tenant.Companies.PreviewUpdateAsync([same], CompanyFields.Name);
        var changed = await _tenant.Companies.PreviewUpdateAsync([other], CompanyFields.Name);

        unchanged.Rows[0].Status.Should().Be(PreviewStatus.Unchanged);
        var change = changed.Rows[0].Changes.Should().ContainSingle().Subject;
        (change.Field.Name, change.Before, change.After).Should().Be(("Csm__gr.Email", "a@acme.test", "b@acme.test"));
    }

    [Fact]
    public async Task A_stream_is_previewed_in_blocks()
    {
        var rows = TableTenant.List(120);
        rows[70].Name = null;
        List<RowPreview<Company>> previews = [];

        await foreach (var preview in _tenant.Companies.PreviewInsertStreamAsync(rows.ToAsync()))
        {
            previews.Add(preview);
        }

        previews.Select(each => each.Index).Should().Equal(Enumerable.Range(0, 120).Select(i => (long)i));
        previews.Should().OnlyContain(each => ReferenceEquals(each.Record, rows[(int)each.Index]));
        previews.Where(each => each.Status != PreviewStatus.WouldInsert).Should().ContainSingle().Which.Index.Should().Be(70);
        _tenant.Descriptions.Should().ContainSingle();
    }

    [Theory]
    [InlineData(500, 1)]
    [InlineData(510, 2)]
    public async Task A_stream_of_an_upsert_reads_its_keys_block_by_block_and_merges_within_a_block(int count, int reads)
    {
        _tenant.Add("c1", employees: 7);
        var rows = TableTenant.List(count);
        rows[^2].Name = rows[^3].Name;
        List<RowPreview<Company>> previews = [];

        await foreach (var preview in _tenant.Companies.PreviewUpsertStreamAsync(rows.ToAsync(), CompanyFields.Name))
        {
            previews.Add(preview);
        }

        previews.Select(each => each.Index).Should().Equal(Enumerable.Range(0, count).Select(i => (long)i));
        previews.Where(each => each.Status == PreviewStatus.WouldUpdate).Select(each => each.Index).Should().Equal(1, count - 2);
        previews[count - 2].Changes.Should().BeSameAs(previews[count - 3].Changes);
        _tenant.Reads.Count(call => call.Body!["where"]!["conditions"]![0]!["value"]!.AsArray().Count > 1 && ((int?)call.Body["offset"] ?? 0) == 0).Should().BeGreaterThanOrEqualTo(reads);
    }

    [Fact]
    public async Task An_empty_list_is_previewed_without_a_call()
    {
        var preview = await _tenant.Companies.PreviewUpsertAsync([], CompanyFields.Name);

        preview.Rows.Should().BeEmpty();
        (preview.Calls, _tenant.Calls.Count).Should().Be((0, 0));
    }

    [Fact]
    public async Task Rows_that_are_all_refused_are_previewed_without_a_call()
    {
        var preview = await _tenant.Companies.PreviewUpsertAsync([new Company(), new Company { Employees = 5 }], CompanyFields.Name);

        preview.Rows.Select(row => row.Status).Should().Equal(PreviewStatus.WouldFail, PreviewStatus.WouldFail);
        _tenant.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task Two_spellings_that_the_tenant_treats_as_one_are_previewed_as_one_row()
    {
        _tenant.Add("Acme", employees: 7);
        _tenant.Matches = (conditions, row) => conditions.TrueForAll(condition => condition["value"]!.AsArray().Any(value => string.Equals((string?)value, (string?)row["Name"], StringComparison.OrdinalIgnoreCase)));

        var preview = await _tenant.Companies.PreviewUpsertAsync([new Company { Name = "acme", Employees = 1 }, new Company { Name = "ACME", Employees = 2 }], CompanyFields.Name);

        preview.Rows.Select(row => (row.Status, row.Gsid)).Should().Equal((PreviewStatus.WouldUpdate, "1P1"), (PreviewStatus.WouldUpdate, "1P1"));
        preview.Rows[0].Changes.Should().Contain(change => change.Field.Name == "Employees").Which.After.Should().Be(2);
    }

    [Fact]
    public async Task A_key_that_several_rows_have_would_fail()
    {
        _tenant.Add("a", employees: 1);
        _tenant.Add("a", employees: 2);

        var preview = await _tenant.Companies.PreviewUpsertAsync([new Company { Name = "a", Employees = 1 }], CompanyFields.Name);

        preview.Rows[0].Status.Should().Be(PreviewStatus.WouldFail);
        preview.Rows[0].Errors.Should().ContainSingle().Which.Code.Should().Be(RecordErrorCodes.AmbiguousKey);
        preview.Rows[0].Changes.Should().BeEmpty();
    }

    [Fact]
    public async Task A_preview_that_was_cancelled_reads_nothing()
    {
        await _tenant.Awaiting(each => each.Companies.PreviewInsertAsync([new Company { Name = "a" }], new CancellationToken(canceled: true))).Should().ThrowAsync<OperationCanceledException>();

        _tenant.Calls.Should().BeEmpty();
    }
}
