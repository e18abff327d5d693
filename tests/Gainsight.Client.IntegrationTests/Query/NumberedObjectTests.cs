namespace Gainsight.Client.IntegrationTests.Query;

/// <summary>Scorecards and usage, which have a number instead of a GSID, and surveys, whose names differ by tenant.</summary>
public sealed class NumberedObjectTests
{
    private const string Facts = "customer_health_scorecard_fact_1";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rows_without_a_GSID_are_paged_by_their_number_and_none_is_lost_when_rows_are_added_or_deleted(bool select)
    {
        await using var tenant = await Tenant.StartAsync();
        var facts = tenant.Emulator.Object(Facts);
        var company = tenant.Companies.Insert(("Name", "Acme"));
        List<string> keys = [.. Enumerable.Range(0, 120).Select(i => facts.Insert(("account_id__gc", company), ("trend__gc", i)))];
        var queries = 0;
        (var gainsight, var hook) = QueryHook.CreateClient(tenant, beforeQuery: _ =>
        {
            if (++queries == 4)
            {
                // By offset, later rows would move before the start of the next page.
                keys.Take(10).ToList().ForEach(key => facts.Delete(key));
            }
        });
        var query = gainsight.Objects(Facts).Query();
        query = select ? query.Select("trend__gc") : query;

        List<decimal> trends = [];
        await foreach (var row in query.ReadAsync(new ReadOptions { PageSize = 25 }))
        {
            trends.Add(row.Get(Field.Custom<decimal>("trend__gc"))!.Value);
        }

        trends.Should().OnlyHaveUniqueItems().And.Contain(Enumerable.Range(10, 110).Select(i => (decimal)i));
        hook.Bodies[^1].Should().Contain("\"GT\"").And.Contain("\"offset\":0").And.NotContain("Gsid");
    }

    [Fact]
    public async Task Pages_ordered_by_a_number_are_in_numeric_order()
    {
        await using var tenant = await Tenant.StartAsync();
        var history = tenant.Emulator.Object("account_scorecard_history");
        for (var i = 0; i < 1005; i++)
        {
            history.Insert(("overall_score_account__gc", i));
        }

        var ids = new List<decimal>();
        await foreach (var row in tenant.CreateClient().Objects("account_scorecard_history").Query()
            .ReadAsync(new ReadOptions { PageSize = 100 }))
        {
            ids.Add(row.Get(Field.Custom<decimal>("Id"))!.Value);
        }

        ids.Should().Equal(Enumerable.Range(1, 1005).Select(i => (decimal)i));
    }

    [Fact]
    public async Task Surveys_are_found_in_the_list_of_objects_and_read_by_their_own_date()
    {
        await using var tenant = await Tenant.StartAsync();
        var company = tenant.Companies.Insert(("Name", "Acme"));
        tenant.Emulator.Object("nps_survey_response").Insert(
            ("CompanyId", company), ("NPSScore", 9), ("RespondedDate", new DateTimeOffset(2026, 5, 1, 8, 0, 0, TimeSpan.Zero)));
        tenant.Emulator.Object("nps_survey_response").Insert(
            ("CompanyId", company), ("NPSScore", 2), ("RespondedDate", new DateTimeOffset(2026, 1, 1, 8, 0, 0, TimeSpan.Zero)));
        var gainsight = tenant.CreateClient();

        var objects = await gainsight.Metadata.ListObjectsAsync();
        string[] surveys = [.. objects.Select(each => each.Name).Where(name => name.EndsWith("survey_response", StringComparison.OrdinalIgnoreCase))];
        var responded = Field.Custom<DateTimeOffset>("RespondedDate");
        var response = (await gainsight.Objects("nps_survey_response").Query()
            .Select("NPSScore", "CompanyId")
            .Where(responded.GreaterThan(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero)))
            .Take(500)
            .ToListAsync()).Should().ContainSingle().Which;

        surveys.Should().BeEquivalentTo("nps_survey_response", "csat_survey_response", "survey_response");
        (response.Get(Field.Custom<int>("NPSScore")), response["CompanyId"]).Should().Be((9, company));
    }

    [Fact]
    public async Task Scorecards_are_exported_although_their_rows_have_no_gsid()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Object(Facts).Insert(("trend__gc", 3));
        var gainsight = tenant.CreateClient();

        var rows = await Bulk.ExportTests.ListAsync(gainsight.Bulk.ExportAsync(gainsight.Objects(Facts).Query()));

        rows.Should().ContainSingle().Which.Get(Field.Custom<int>("trend__gc")).Should().Be(3);
    }
}
