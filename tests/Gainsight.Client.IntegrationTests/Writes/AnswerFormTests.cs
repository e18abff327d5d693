using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Writes;

/// <summary>Answers to writes for which the sources show several forms, and updates of several rows with the same key.</summary>
public sealed class AnswerFormTests
{
    public static TheoryData<WriteEcho> Echoes => [.. Enum.GetValues<WriteEcho>()];

    [Theory]
    [MemberData(nameof(Echoes))]
    public async Task Every_row_gets_its_own_GSID_whatever_fields_the_answer_repeats(WriteEcho echo)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.WriteEcho = echo;
        tenant.Seed(3);
        var gainsight = tenant.CreateClient();

        var upserted = await gainsight.Companies.UpsertAsync(Rows.Companies(60).AsEnumerable().Reverse(), CompanyFields.Name);
        var updated = await gainsight.Companies.UpdateAsync(Rows.Companies(60), CompanyFields.Name);

        (upserted.Updated.Count, upserted.Inserted.Count, updated.Updated.Count).Should().Be((3, 57, 60));
        upserted.Rows.Concat(updated.Rows).Should().OnlyContain(row => tenant.Named(row.Record.Name!).Single().Gsid == row.Gsid);
    }

    [Fact]
    public async Task A_value_that_looks_like_an_answer_is_not_read_as_one()
    {
        const string Trap = """{"Settings__gc":{"Gsid":"1P02TRAP","count":0,"records":[{"Gsid":"1P02TRAP"}],"errors":[{"errorCode":"GSOBJ_1012"}]},"Gsid":""";
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (_, status, body) => (status, body.Replace("{\"Gsid\":", Trap, StringComparison.Ordinal)),
        });

        var report = await gainsight.Companies.InsertAsync(Rows.Companies(3));

        report.AllSucceeded.Should().BeTrue();
        report.Rows.Should().OnlyContain(row => tenant.Named(row.Record.Name!).Single().Gsid == row.Gsid);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Record deleted successfully")]
    public async Task A_delete_succeeds_whatever_text_the_answer_has(string? data)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.DeleteData = data;
        var gsids = tenant.Seed(3);
        var gainsight = tenant.CreateClient();

        var one = await gainsight.Companies.DeleteAsync(gsids[0]);
        var others = await gainsight.Companies.DeleteAsync([gsids[1], gsids[0], gsids[2]]);

        (one.Status, one.Gsid).Should().Be((RowStatus.Deleted, gsids[0]));
        others.Rows.Select(row => row.Status).Should().Equal(RowStatus.Deleted, RowStatus.Failed, RowStatus.Deleted);
        tenant.Companies.Count.Should().Be(0);
    }

    [Theory]
    [InlineData(MultiMatchForm.AllUpdated, 2)]
    [InlineData(MultiMatchForm.FirstUpdated, 1)]
    [InlineData(MultiMatchForm.Refused, 0)]
    public async Task An_update_of_two_rows_with_the_same_key_reports_only_what_is_certain(MultiMatchForm form, int changed)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.MultiMatch = form;
        List<string> twins = [.. tenant.Seed(1), .. tenant.Seed(1)];
        var other = tenant.Seed(1, first: 1)[0];

        var report = await tenant.CreateClient().Companies.UpdateAsync(
            [new() { Name = Rows.Name(0), Employees = 7 }, new() { Name = Rows.Name(1), Employees = 7 }], CompanyFields.Name);

        twins.Count(gsid => Equals(tenant.Companies.Find(gsid)!["Employees"], 7m)).Should().Be(changed);
        tenant.Companies.Find(other)!["Employees"].Should().Be(7m);
        report.Rows.Select(row => row.Status).Should().Equal(form == MultiMatchForm.Refused ? RowStatus.Failed : RowStatus.Updated, RowStatus.Updated);
        report.Rows.Select(row => row.Gsid).Should().Equal(form switch
        {
            MultiMatchForm.AllUpdated => new[] { null, other },
            MultiMatchForm.FirstUpdated => [twins[0], other],
            _ => new[] { null, other },
        });
        if (form == MultiMatchForm.Refused)
        {
            report.Failed.Single().Errors.Should().ContainSingle().Which.Should().Match<RecordError>(error => error.Field == "Name" && error.Message.Length > 0);
        }
    }

    [Theory]
    [InlineData(MultiMatchForm.AllUpdated)]
    [InlineData(MultiMatchForm.FirstUpdated)]
    [InlineData(MultiMatchForm.Refused)]
    public async Task An_upsert_of_a_key_that_two_rows_have_fails_without_a_guess_on_every_tenant(MultiMatchForm form)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.MultiMatch = form;
        tenant.Seed(1);
        tenant.Seed(2);

        var report = await tenant.CreateClient().Companies.UpsertAsync(Rows.Companies(2), CompanyFields.Name);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Failed, RowStatus.Updated);
        report.Rows[0].Errors.Should().ContainSingle().Which.Code.Should().Be(RecordErrorCodes.AmbiguousKey);
        tenant.Named(Rows.Name(0)).Should().HaveCount(2).And.OnlyContain(row => Equals(row["Employees"], -1m));
    }

    [Fact]
    public async Task A_GSID_that_an_answer_lists_for_two_rows_is_told_for_neither()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.WriteEcho = WriteEcho.GsidOnly;
        string? first = null;
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (_, status, body) => (status, body.Replace(tenant.Companies.Rows[1].Gsid, first = tenant.Companies.Rows[0].Gsid, StringComparison.Ordinal)),
        });

        var report = await gainsight.Companies.InsertAsync(Rows.Companies(3));

        report.Inserted.Should().HaveCount(3);
        report.Rows.Select(row => row.Gsid).Should().Equal(null, null, tenant.Companies.Rows[2].Gsid);
        first.Should().NotBeNull();
    }
}
