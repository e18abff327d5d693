namespace Gainsight.Client.Tests.Writes;

public sealed class RecordPreflightTests : IDisposable
{
    private static readonly WriteOptions Checked = new() { Preflight = true };

    private readonly TableTenant _tenant = new();

    public RecordPreflightTests() => _tenant.Fields += """
        ,{"fieldName":"Sum__gc","dataType":"NUMBER","meta":{"formulaField":true}}
        ,{"fieldName":"Made__gc","dataType":"STRING","meta":{"readOnly":true}}
        ,{"fieldName":"New__gc","dataType":"STRING","meta":{"updateable":false}}
        ,{"fieldName":"Old__gc","dataType":"STRING","meta":{"createable":false}}
        ,{"fieldName":"Fixed__gc","dataType":"STRING","meta":{"createable":false,"updateable":false}}
        ,{"fieldName":"employees","dataType":"STRING"}
        """;

    public void Dispose() => _tenant.Dispose();

    [Fact]
    public async Task Good_rows_are_sent_and_the_object_is_described_once()
    {
        var report = await _tenant.Companies.InsertAsync([new Company { Name = "a", Stage = "Live", ["New__gc"] = "x" }, new Company { Name = "b" }], Checked);

        report.Inserted.Should().HaveCount(2);
        (_tenant.Descriptions.Count(), _tenant.Inserts.Count()).Should().Be((1, 1));
    }

    [Theory]
    [InlineData("Nome", 5, RecordErrorCodes.UnknownField, "Company has no field Nome. Did you mean Name?")]
    [InlineData("Zyx__gc", 5, RecordErrorCodes.UnknownField, "Company has no field Zyx__gc. gainsight.Metadata.DescribeAsync lists its fields.")]
    [InlineData("Sum__gc", 5, RecordErrorCodes.ReadOnlyField, "The field Sum__gc cannot be written: a formula makes its value. Unset it.")]
    [InlineData("Made__gc", "x", RecordErrorCodes.ReadOnlyField, "The field Made__gc cannot be written: only Gainsight sets it. Unset it.")]
    [InlineData("Old__gc", "x", RecordErrorCodes.ReadOnlyField, "The field Old__gc cannot be written: inserts cannot set it. Unset it.")]
    [InlineData("Fixed__gc", "x", RecordErrorCodes.ReadOnlyField, "The field Fixed__gc cannot be written: neither inserts nor updates can set it. Unset it.")]
    [InlineData("Employees", "many", RecordErrorCodes.InvalidValue, "The field Employees expects a number, not text, in the range of a decimal.")]
    [InlineData("Stage", "Sunk", RecordErrorCodes.InactivePicklistItem, "The picklist item is inactive in Stage. The active items are: Live, Bad.")]
    public async Task A_row_that_Gainsight_would_refuse_fails_before_a_call(string field, object value, string code, string message)
    {
        var report = await _tenant.Companies.InsertAsync([new Company { Name = "a", [field] = value }, new Company { Name = "b" }], Checked);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Failed, RowStatus.Inserted);
        var error = report.Failed[0].Errors.Should().ContainSingle().Subject;
        (error.Code, error.Field, error.Message).Should().Be((code, field, message));
        _tenant.Names.Should().Equal("b");
    }

    [Fact]
    public async Task Updates_and_inserts_may_set_different_fields()
    {
        _tenant.Add("a");

        var updated = await _tenant.Companies.UpdateAsync([new Company { Name = "a", ["Old__gc"] = "x" }, new Company { Name = "a", ["New__gc"] = "x" }], CompanyFields.Name, Checked);
        var upserted = await _tenant.Companies.UpsertAsync(
            [new Company { Name = "a", ["Old__gc"] = "y" }, new Company { Name = "b", ["Old__gc"] = "y" }, new Company { Name = "c", ["New__gc"] = "y" }, new Company { Name = "d", ["Fixed__gc"] = "y" }],
            CompanyFields.Name,
            Checked);

        updated.Rows.Select(row => row.Status).Should().Equal(RowStatus.Updated, RowStatus.Failed);
        updated.Failed[0].Errors.Should().ContainSingle().Which.Message.Should().Be("The field New__gc cannot be written: updates cannot set it. Unset it.");
        upserted.Rows.Select(row => row.Status).Should().Equal(RowStatus.Updated, RowStatus.Failed, RowStatus.Inserted, RowStatus.Failed);
    }

    [Fact]
    public async Task The_key_of_an_update_may_be_read_only()
    {
        _tenant.Rows.Add(new() { ["Gsid"] = "1P1", ["Name"] = "a", ["Made__gc"] = "x" });

        var report = await _tenant.Companies.UpdateAsync([new Company { ["Made__gc"] = "x", Employees = 5 }], Field.Custom<string>("Made__gc"), Checked);

        report.Updated.Should().ContainSingle();
    }

    [Fact]
    public async Task A_row_is_told_all_its_problems()
    {
        Company row = new() { ["Nome"] = "a", Stage = "Orbiting", ["Employees"] = "many" };

        var report = await _tenant.Companies.InsertAsync([row], Checked);

        report.Failed.Should().ContainSingle().Which.Errors.Select(error => (error.Code, error.Field)).Should().BeEquivalentTo(new[]
        {
            (RecordErrorCodes.UnknownField, "Nome"), (RecordErrorCodes.UnknownPicklistItem, "Stage"), (RecordErrorCodes.InvalidValue, "Employees"), (RecordErrorCodes.MissingRequiredField, "Name"),
        });
        report.Failed[0].Errors.Single(error => error.Field == "Name").Message.Should().Be("A new row of Company needs a value in Name.");
    }

    [Fact]
    public async Task A_lookup_counts_as_the_value_of_its_field()
    {
        _tenant.Fields = _tenant.Fields.Replace("\"LOOKUP\"", "\"LOOKUP\",\"meta\":{\"required\":true}");
        Company with = new() { Name = "a" }, unknown = new() { Name = "b", Csm = "1P01ABCDEFGHIJKLMNOPQRSTUVWXYZ123456" }, without = new() { Name = "c" };
        with.SetLookup(CompanyFields.Csm, UserFields.Email, "a@acme.test");
        unknown.SetLookup(Field.CustomLookup("Nobody__gc", "gsuser"), UserFields.Email, "a@acme.test");

        var report = await _tenant.Companies.InsertAsync([with, unknown, without], Checked);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Failed, RowStatus.Failed);
        report.Failed.Select(row => row.Errors.Single().ToString()).Should().Equal("UnknownField (Nobody__gc)", "MissingRequiredField (Csm)");
    }

    [Fact]
    public async Task A_field_that_was_added_meanwhile_is_known_after_one_more_description()
    {
        await _tenant.Companies.InsertAsync([new Company { Name = "a" }], Checked);
        _tenant.Fields += """,{"fieldName":"Late__gc","dataType":"STRING"}""";
        _tenant.Clock.Advance(TimeSpan.FromMinutes(2));

        var report = await _tenant.Companies.InsertAsync([new Company { Name = "b", ["Late__gc"] = "x" }], Checked);

        report.Inserted.Should().ContainSingle();
        _tenant.Descriptions.Count().Should().Be(2);
    }

    [Fact]
    public async Task A_value_that_is_no_text_fails_with_the_reason()
    {
        var report = await _tenant.Companies.InsertAsync([new Company { Name = "a", ["New__gc"] = "half \uD83D" }, new Company { Name = "b" }], Checked);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Failed, RowStatus.Inserted);
        report.Failed[0].Errors.Should().ContainSingle().Which.Should().Match<RecordError>(error => error.Code == RecordErrorCodes.InvalidValue && error.Field == "New__gc");
    }

    [Fact]
    public async Task A_tenant_that_does_not_describe_the_object_stops_the_write()
    {
        _tenant.Before = call => call.Kind == "describe" ? TableTenant.Refusal(System.Net.HttpStatusCode.Unauthorized, ErrorCodes.Unauthorized) : null;

        await _tenant.Awaiting(each => each.Companies.InsertAsync([new Company { Name = "a" }], Checked)).Should().ThrowAsync<GainsightAuthenticationException>();

        _tenant.Inserts.Should().BeEmpty();
    }
}
