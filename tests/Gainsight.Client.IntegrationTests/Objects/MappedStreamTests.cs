namespace Gainsight.Client.IntegrationTests.Objects;

/// <summary>Mapped rows in streams and previews, and the columns of their source.</summary>
public sealed class MappedStreamTests
{
    private static readonly FieldMap Map = new() { ["name"] = "Name", ["arr"] = "Arr", ["renewal"] = "RenewalDate", RefuseUnmapped = true };

    [Fact]
    public async Task Every_row_of_a_stream_has_an_outcome_and_rows_with_problems_are_not_sent()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var rows = await RowsAsync(gainsight);

        var outcomes = await gainsight.Companies.UpsertStreamAsync(rows.ToAsyncEnumerable(), CompanyFields.Name).ToListAsync();
        var one = await gainsight.Companies.UpsertAsync(rows[1], CompanyFields.Name);

        outcomes.Select(row => (row.Index, row.Status)).Should().Equal((0, RowStatus.Inserted), (1, RowStatus.Failed), (2, RowStatus.Inserted));
        outcomes[1].Errors.Select(error => (error.Code, error.Field, error.InvalidValue)).Should().Equal((RecordErrorCodes.InvalidValue, "Arr", "1,5"), (RecordErrorCodes.UnknownField, "plan", "gold"));
        one.Errors.Should().HaveCount(2);
        tenant.Companies.Rows.Select(row => row["Name"]).Should().BeEquivalentTo(["Acme", "Globex"]);
    }

    [Fact]
    public async Task A_preview_lists_the_problems_of_the_rows()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var rows = await RowsAsync(gainsight);

        var preview = await gainsight.Companies.PreviewUpsertStreamAsync(rows, CompanyFields.Name).ToListAsync();

        preview.Select(row => row.Status).Should().Equal(PreviewStatus.WouldInsert, PreviewStatus.WouldFail, PreviewStatus.WouldInsert);
        preview[1].Errors.Should().HaveCount(2);
        tenant.Companies.Count.Should().Be(0);
    }

    [Theory]
    [InlineData("03-31-2027", "the text has the form MM-dd-yyyy: if so")]
    [InlineData("03-04-2027", "the text has the form MM-dd-yyyy or dd-MM-yyyy: if so")]
    [InlineData("31.3.2027", "the text has the form d.M.yyyy: if so")]
    public async Task A_date_in_another_form_names_the_patterns_to_add(string text, string advice)
    {
        await using var tenant = await Tenant.StartAsync();
        var mapper = await tenant.CreateClient().Companies.MapAsync(Map);

        var problem = mapper.Map([KeyValuePair.Create("renewal", (string?)text)]).Problems.Should().ContainSingle().Which;

        problem.Expected.Should().StartWith("a date, such as 2027-03-31").And.Contain(advice).And.Contain("DatePatterns").And.NotContain(text);
    }

    [Fact]
    public async Task Columns_that_cannot_be_used_are_named_before_a_row_is_read()
    {
        await using var tenant = await Tenant.StartAsync();
        var mapper = await tenant.CreateClient().Companies.MapAsync(Map);

        mapper.EnsureColumns(["renewal", "NAME", "arr"]).Should().BeEmpty();
        mapper.EnsureColumns(["renewal", "NAME", "arr"], CompanyFields.Name);
        FluentActions.Invoking(() => mapper.EnsureColumns(["names", "arr", "Arr", "renewal"], [CompanyFields.Name, CompanyFields.Employees])).Should().Throw<ArgumentException>().WithMessage(
            "The source cannot be used. It has no column name (for Name). Did you mean 'names'? It has the column arr 2 times. The column names is not a name of the map. "
            + "No column becomes the key Name. No column becomes the key Employees. It has the columns names, arr, Arr, renewal. (Parameter 'columns')");
    }

    [Fact]
    public async Task Columns_that_become_no_field_are_returned()
    {
        await using var tenant = await Tenant.StartAsync();
        var companies = tenant.CreateClient().Companies;

        (await companies.MapAsync(new FieldMap { ["account"] = "Name" })).EnsureColumns(["account", "Arr", "Shoe"]).Should().Equal("Arr", "Shoe");
        (await companies.MapAsync(new FieldMap { ["account"] = "Name", IncludeApiNames = true })).EnsureColumns(["account", "Arr", "Shoe", "Csm__gr.Email"])
            .Should().Equal(["Shoe"], "a path becomes a lookup");
    }

    private static async Task<Company[]> RowsAsync(GainsightClient gainsight)
    {
        var mapper = await gainsight.Companies.MapAsync(Map);
        Dictionary<string, string?>[] rows = [new() { ["name"] = "Acme" }, new() { ["name"] = "Initech", ["arr"] = "1,5", ["plan"] = "gold" }, new() { ["name"] = "Globex", ["arr"] = "5" }];
        return [.. rows.Select(row => mapper.Map(row).ForWriting())];
    }
}
