using System.Net;

namespace Gainsight.Client.Tests.Writes.Comparison;

/// <summary>When a row is the same as that of the tenant, and what is read to tell it.</summary>
public sealed class RowComparerTests : IDisposable
{
    private static readonly WriteOptions Skip = new() { SkipUnchanged = true };

    private readonly TableTenant _tenant = new();

    public void Dispose() => _tenant.Dispose();

    [Fact]
    public async Task All_fields_that_merged_rows_send_are_read_and_compared()
    {
        _tenant.Rows.Add(new() { ["Gsid"] = "1P1", ["Name"] = "a", ["Employees"] = 5, ["Arr"] = 7, ["Csm__gr.Email"] = "a@acme.test" });
        Company first = new() { Name = "a", Employees = 5 }, second = new() { Name = "a", Arr = 7 };
        second.SetLookup(CompanyFields.Csm, UserFields.Email, "a@acme.test");

        var report = await _tenant.Companies.UpsertAsync([first, second], CompanyFields.Name, Skip);

        report.Rows.Select(row => (row.Status, row.Gsid)).Should().Equal((RowStatus.Unchanged, "1P1"), (RowStatus.Unchanged, "1P1"));
        _tenant.Reads.First().Body!["select"]!.AsArray().Select(name => (string?)name).Should().BeEquivalentTo("Gsid", "Name", "Employees", "Arr", "Csm__gr.Email");
        _tenant.Updates.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Employees")]
    [InlineData("Arr")]
    [InlineData("Csm__gr.Email")]
    public async Task One_field_that_differs_is_enough_to_send_the_row(string field)
    {
        _tenant.Rows.Add(new() { ["Gsid"] = "1P1", ["Name"] = "a", ["Employees"] = 5, ["Arr"] = 7, ["Csm__gr.Email"] = "a@acme.test" });
        _tenant.Rows[0][field] = field.Contains("Email", StringComparison.Ordinal) ? "b@acme.test" : 99;
        Company row = new() { Name = "a", Employees = 5, Arr = 7 };
        row.SetLookup(CompanyFields.Csm, UserFields.Email, "a@acme.test");

        var report = await _tenant.Companies.UpsertAsync([row], CompanyFields.Name, Skip);

        report.Updated.Should().ContainSingle();
    }

    [Fact]
    public async Task An_item_is_compared_by_the_metadata_which_are_read_once()
    {
        _tenant.Rows.Add(new() { ["Gsid"] = "1P1", ["Name"] = "a", ["Stage"] = "1I01" });
        _tenant.Rows.Add(new() { ["Gsid"] = "1P2", ["Name"] = "b", ["Stage"] = "1I02" });
        Company[] rows = [new() { Name = "a", Stage = "Live" }, new() { Name = "b", Stage = "Live" }];

        var report = await _tenant.Companies.UpsertAsync(rows, CompanyFields.Name, Skip);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Unchanged, RowStatus.Updated);
        _tenant.Descriptions.Should().ContainSingle();
    }

    [Fact]
    public async Task Nothing_is_described_where_the_values_tell_it()
    {
        _tenant.Rows.Add(new() { ["Gsid"] = "1P1", ["Name"] = "a", ["Stage"] = "Live", ["Employees"] = 5 });

        var report = await _tenant.Companies.UpsertAsync([new Company { Name = "a", Stage = "Live", Employees = 5 }], CompanyFields.Name, Skip);

        report.Unchanged.Should().ContainSingle();
        _tenant.Descriptions.Should().BeEmpty();
    }

    [Fact]
    public async Task A_row_is_sent_when_the_metadata_cannot_be_read()
    {
        _tenant.Rows.Add(new() { ["Gsid"] = "1P1", ["Name"] = "a", ["Stage"] = "1I01" });
        _tenant.Before = call => call.Kind == "describe" ? TableTenant.Refusal(HttpStatusCode.BadRequest) : null;

        var report = await _tenant.Companies.UpsertAsync([new Company { Name = "a", Stage = "Live" }], CompanyFields.Name, Skip);

        report.Updated.Should().ContainSingle();
        report.StoppedBy.Should().BeNull();
    }

    [Theory]
    [InlineData("NUMBER", "5", RowStatus.Unchanged)]
    [InlineData("NUMBER", "6", RowStatus.Updated)]
    [InlineData("STRING", "5", RowStatus.Updated)]
    public async Task A_custom_field_known_by_name_is_compared_by_its_described_type(string type, string sent, RowStatus expected)
    {
        _tenant.Fields += $$""", {"fieldName":"Seats__gc","dataType":"{{type}}"} """;
        _tenant.Rows.Add(new() { ["Gsid"] = "1P1", ["Name"] = "a", ["Seats__gc"] = "5.0" });

        var report = await _tenant.Companies.UpsertAsync([new Company { Name = "a", ["Seats__gc"] = sent }], CompanyFields.Name, Skip);

        report.Rows.Should().ContainSingle().Which.Status.Should().Be(expected);
    }

    [Fact]
    public async Task A_field_that_the_metadata_do_not_have_is_sent_and_asked_about_once()
    {
        for (var i = 0; i < 510; i++)
        {
            _tenant.Rows.Add(new() { ["Gsid"] = $"1P{i}", ["Name"] = $"c{i}", ["Odd__gc"] = "5.0" });
        }

        var rows = Enumerable.Range(0, 510).Select(i => new Company { Name = $"c{i}", ["Odd__gc"] = "5" });

        var report = await _tenant.Companies.UpsertAsync(rows, CompanyFields.Name, Skip);

        report.Updated.Should().HaveCount(510);
        _tenant.Descriptions.Should().ContainSingle();
    }

    [Fact]
    public async Task A_value_of_the_tenant_that_is_no_text_equals_nothing()
    {
        _tenant.Before = call => call.Kind == "query" ? TableTenant.Written("""[{"Gsid":"1P1","Name":"a","Industry":"\ud800"}]""") : null;
        _tenant.Add("a");

        var report = await _tenant.Companies.UpsertAsync([new Company { Name = "a", ["Industry"] = "x" }], CompanyFields.Name, Skip);

        report.Updated.Should().ContainSingle();
    }

    [Fact]
    public async Task Items_of_a_list_are_told_by_their_labels()
    {
        _tenant.Fields += """, {"fieldName":"Tags__gc","dataType":"MULTISELECTDROPDOWNLIST","options":[{"label":"Red","value":"1I11"},{"label":"Blue","value":"1I12"}]} """;
        _tenant.Rows.Add(new() { ["Gsid"] = "1P1", ["Name"] = "a", ["Tags__gc"] = "1I11;1I12" });
        var tags = new Field<IReadOnlyList<string>>("Tags__gc", DataType.MultiSelect);
        Company same = new() { Name = "a" }, other = new() { Name = "a" };
        same.Set(tags, ["Blue", "Red"]);
        other.Set(tags, ["Red"]);

        var unchanged = await _tenant.Companies.PreviewUpdateAsync([same], CompanyFields.Name);
        var changed = await _tenant.Companies.PreviewUpdateAsync([other], CompanyFields.Name);

        unchanged.Rows[0].Status.Should().Be(PreviewStatus.Unchanged);
        var change = changed.Rows[0].Changes.Should().ContainSingle().Subject;
        change.IsKnownToDiffer.Should().BeTrue();
        change.Field.Name.Should().Be("Tags__gc");
    }

    [Fact]
    public async Task A_preview_lists_every_field_that_differs()
    {
        _tenant.Rows.Add(new() { ["Gsid"] = "1P1", ["Name"] = "a", ["Employees"] = 5, ["Arr"] = 7, ["Stage"] = "1I01" });

        var preview = await _tenant.Companies.PreviewUpdateAsync([new Company { Name = "a", Employees = 6, Arr = 8, Stage = "Live" }], CompanyFields.Name);

        preview.Rows[0].Changes.Select(change => (change.Field.Name, change.IsKnownToDiffer)).Should().BeEquivalentTo([("Employees", true), ("Arr", true)]);
    }

    [Fact]
    public async Task A_preview_of_a_new_row_lists_its_keys_and_lookups()
    {
        Company row = new() { Name = "a", Employees = 6 };
        row.SetLookup(CompanyFields.Csm, UserFields.Email, "a@acme.test");

        var preview = await _tenant.Companies.PreviewUpsertAsync([row], CompanyFields.Name);

        preview.Rows[0].Status.Should().Be(PreviewStatus.WouldInsert);
        preview.Rows[0].Changes.Select(change => (change.Field.Name, change.Before)).Should().BeEquivalentTo([("Name", (object?)null), ("Employees", null), ("Csm__gr.Email", null)]);
        preview.Rows[0].Changes.Single(change => change.Field.Name == "Csm__gr.Email").After.Should().Be("a@acme.test");
    }
}
