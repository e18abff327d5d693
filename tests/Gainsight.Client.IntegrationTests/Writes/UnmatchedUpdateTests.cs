using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Writes;

public sealed class UnmatchedUpdateTests
{
    public static TheoryData<PartialMatchForm, int> Forms
    {
        get
        {
            var forms = new TheoryData<PartialMatchForm, int>();
            foreach (var form in Enum.GetValues<PartialMatchForm>())
            {
                forms.Add(form, 1);
                forms.Add(form, 20);
                forms.Add(form, 50);
            }

            return forms;
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Rows_that_match_nothing_fail_and_the_others_are_updated_in_few_calls(PartialMatchForm form, int unmatched)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.PartialMatch = form;
        tenant.Seed(50 - unmatched);

        var report = await tenant.CreateClient().Companies.UpdateAsync(Rows.Companies(50), CompanyFields.Name);

        report.Updated.Should().HaveCount(50 - unmatched);
        report.Failed.Select(row => (int)row.Index).Should().Equal(Enumerable.Range(50 - unmatched, unmatched));
        report.Failed.Should().OnlyContain(row => row.Errors[0].Code == "GSOBJ_1011" && row.Errors[0].Field == "Name");
        report.Calls.Should().BeLessThanOrEqualTo(4);
        tenant.Companies.Rows.Should().NotContain(row => (decimal)row["Employees"]! < 0).And.HaveCount(50 - unmatched);
    }

    [Fact]
    public async Task A_deleted_GSID_fails_alone()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = tenant.Seed(50);
        tenant.Companies.Delete(gsids[31]);
        List<Company> rows = [.. gsids.Select(gsid => new Company { Gsid = gsid, Employees = 4 })];

        var report = await tenant.CreateClient().Companies.UpdateAsync(rows, IdentifierKeys.Gsid);

        report.Failed.Should().ContainSingle().Which.Should().Match<RowOutcome<Company>>(row => row.Index == 31 && row.Errors[0].Field == "Gsid");
        report.Updated.Select(row => row.Gsid).Should().Equal(gsids.Where((_, i) => i != 31));
        report.Calls.Should().Be(4);
    }

    [Fact]
    public async Task Rows_are_found_by_halving_when_the_tenant_matches_updates_differently_from_reads()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = tenant.Seed(49);
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (request, status, body) => request.RequestUri!.AbsolutePath.Contains("/query/", StringComparison.Ordinal)
                ? (status, body.Replace("]}", $",{{\"Gsid\":\"{gsids[^1]}Z\",\"Name\":\"{Rows.Name(49)}\"}}]}}", StringComparison.Ordinal))
                : null,
        });

        var report = await gainsight.Companies.UpdateAsync(Rows.Companies(50), CompanyFields.Name);

        report.Failed.Should().ContainSingle().Which.Index.Should().Be(49);
        report.Updated.Should().HaveCount(49);
        report.Calls.Should().BeLessThanOrEqualTo(14);
    }

    [Fact]
    public async Task A_key_with_several_matches_updates_them_all_and_no_GSID_is_guessed()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(3);
        tenant.Seed(1);

        var report = await tenant.CreateClient().Companies.UpdateAsync(Rows.Companies(3), CompanyFields.Name);

        report.Updated.Select(row => row.Gsid).Should().Equal(null, tenant.Named(Rows.Name(1)).Single().Gsid, tenant.Named(Rows.Name(2)).Single().Gsid);
        tenant.Companies.Rows.Should().OnlyContain(row => (decimal)row["Employees"]! >= 0);
    }
}
