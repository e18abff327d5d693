using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Writes;

public sealed class BadInputTests
{
    [Fact]
    public async Task An_empty_list_gives_an_empty_report_without_a_call()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();

        WriteReport<Company>[] reports =
        [
            await gainsight.Companies.InsertAsync([]),
            await gainsight.Companies.UpdateAsync([], CompanyFields.Name),
            await gainsight.Companies.UpsertAsync([], CompanyFields.Name),
        ];
        var deletes = await gainsight.Companies.DeleteAsync(Array.Empty<string>());

        reports.Should().OnlyContain(report => report.Rows.Count == 0 && report.Calls == 0 && report.AllSucceeded);
        deletes.Rows.Should().BeEmpty();
        (await gainsight.Companies.UpsertStreamAsync(new List<Company>(), CompanyFields.Name).ToListAsync()).Should().BeEmpty();
        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_null_row_and_a_row_without_its_key_fail_before_any_call_and_the_others_are_written()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var rows = Rows.Companies(4);
        rows[1] = null!;
        rows[2].Name = " ";

        var report = await gainsight.Companies.UpsertAsync(rows, CompanyFields.Name);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Failed, RowStatus.Failed, RowStatus.Inserted);
        report.Rows[1].Errors[0].Code.Should().Be(RecordErrorCodes.NullRow);
        report.Rows[2].Errors[0].Should().Match<RecordError>(error => error.Code == RecordErrorCodes.MissingKey && error.Field == "Name");
        tenant.Names().Should().Equal(Rows.Name(0), Rows.Name(3));
    }

    [Fact]
    public async Task A_list_of_only_bad_rows_costs_no_call()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();

        var report = await gainsight.Companies.InsertAsync([new Company { Employees = 3 }, null!]);

        report.Failed.Should().HaveCount(2);
        report.Rows[0].Errors[0].Should().Match<RecordError>(error => error.Code == RecordErrorCodes.MissingRequiredField && error.Field == "Name");
        report.StoppedBy.Should().BeNull();
        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task An_upsert_by_Gsid_is_refused_before_any_call()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();

        await FluentActions.Awaiting(() => gainsight.Companies.UpsertAsync(Rows.Companies(1), IdentifierKeys.Gsid))
            .Should().ThrowAsync<ArgumentException>().WithMessage("*UpdateAsync*");
        await FluentActions.Awaiting(() => gainsight.Companies.InsertAsync(Rows.Companies(1), new WriteOptions { VerifyBy = IdentifierKeys.Gsid }))
            .Should().ThrowAsync<ArgumentException>().WithMessage("*VerifyBy*");
        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_key_that_is_not_a_number_or_is_half_a_surrogate_pair_fails_alone()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var rows = Rows.Companies(4);
        rows[1]["Employees"] = "many";
        rows[2]["Employees"] = "002";
        rows[3].Name = "half \ud83d";

        var report = await gainsight.Companies.UpsertAsync(rows, [CompanyFields.Name, CompanyFields.Employees]);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Failed, RowStatus.Failed, RowStatus.Failed);
        report.Rows[1].Errors[0].Should().Match<RecordError>(error => error.Code == RecordErrorCodes.InvalidValue && error.Field == "Employees");
        report.Rows[2].Errors[0].Field.Should().Be("Employees", "the tenant takes numbers, not text, in number fields");
        report.Rows[3].Errors[0].Should().Match<RecordError>(error => error.Code == RecordErrorCodes.InvalidValue && error.Field == "Name");
        tenant.Names().Should().Equal(Rows.Name(0));
    }

    [Fact]
    public async Task A_text_with_half_a_surrogate_pair_fails_alone_before_its_call()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var rows = Rows.Companies(3);
        rows[1].Industry = "Rail \ud83d";
        var activity = new TimelineActivity
        {
            ContextName = TimelineContexts.Company,
            GsCompanyId = "1P020000000000000000000000000000000A",
            TypeName = "Update",
            ActivityDate = DateTimeOffset.UnixEpoch,
            Subject = "cut \ud83d",
            Notes = "Met.",
        };
        activity.SetAuthor("ada@example.com");

        var inserted = await gainsight.Companies.InsertAsync(rows);
        rows[1].Industry = "Rail";
        rows[2].Industry = "\ude80";
        var upserted = await gainsight.Companies.UpsertAsync(rows, CompanyFields.Name);
        var written = await gainsight.Timeline.InsertAsync(activity);

        inserted.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Failed, RowStatus.Inserted);
        inserted.Failed[0].Errors[0].Should().Match<RecordError>(error => error.Code == RecordErrorCodes.InvalidValue && error.Field == "Industry");
        upserted.Rows.Select(row => row.Status).Should().Equal(RowStatus.Updated, RowStatus.Inserted, RowStatus.Failed);
        written.Errors[0].Should().Match<RecordError>(error => error.Code == RecordErrorCodes.InvalidValue && error.Field == "Subject");
        tenant.Companies.Rows.Select(row => $"{row["Industry"]}").Should().NotContain(text => text.Contains('\uFFFD'));
    }

    [Fact]
    public async Task An_invalid_date_fails_alone_before_its_call()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var rows = Rows.Companies(3);
        rows[1]["RenewalDate"] = "soon";

        var report = await gainsight.Companies.InsertAsync(rows);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Failed, RowStatus.Inserted);
        report.Rows[1].Errors[0].Message.Should().Contain("RenewalDate").And.NotContain("soon");
        report.Rows[1].Errors[0].Field.Should().Be("RenewalDate");
        tenant.Calls(EmulatorOperations.Insert).Should().Be(1);
    }

    [Fact]
    public async Task Required_fields_are_checked_for_new_rows_but_not_for_existing_rows()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.AddField("External_Id__gc", EmulatedDataType.String);
        tenant.Companies.Insert(("Name", "Acme"), ("External_Id__gc", "a-1"));
        var gainsight = tenant.CreateClient();

        var report = await gainsight.Companies.UpsertAsync(
            [new Company { ["External_Id__gc"] = "a-1", Employees = 7 }, new Company { ["External_Id__gc"] = "a-2", Employees = 8 }],
            Field.Custom<string>("External_Id__gc"));

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Updated, RowStatus.Failed);
        report.Rows[1].Errors[0].Code.Should().Be(RecordErrorCodes.MissingRequiredField);
        tenant.Companies.Rows.Should().ContainSingle().Which["Employees"].Should().Be(7m);
    }
}
