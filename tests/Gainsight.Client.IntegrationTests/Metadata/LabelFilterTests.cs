using System.Text.Json;
using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Bulk;
using Gainsight.Client.IntegrationTests.Changes;
using Gainsight.Client.IntegrationTests.Query;

namespace Gainsight.Client.IntegrationTests.Metadata;

/// <summary>Picklist items in filters of queries with labels.</summary>
public sealed class LabelFilterTests
{
    private static readonly Field<string> Stage = CompanyFields.Stage;

    [Theory]
    [InlineData("Adopting")]
    [InlineData("adopting")]
    [InlineData("gsid")]
    public async Task An_item_in_any_case_or_as_a_GSID_is_sent_as_its_label(string value)
    {
        await using var tenant = await StartAsync();
        (var gainsight, var hook) = QueryHook.CreateClient(tenant);
        value = value == "gsid" ? tenant.Companies.Field("Stage").Picklist!.Find("Adopting")!.Gsid : value;

        var rows = await gainsight.Companies.Query().Select(CompanyFields.Name).Where(Stage.EqualTo(value)).WithLabels().ToListAsync();

        rows.Should().ContainSingle().Which.Name.Should().Be("A");
        Values(hook, 0).Should().Equal("Adopting");
    }

    [Fact]
    public async Task Every_item_of_every_condition_is_resolved_and_other_values_stay_unchanged()
    {
        await using var tenant = await StartAsync();
        (var gainsight, var hook) = QueryHook.CreateClient(tenant);

        var filter = Stage.In("adopting", "LAUNCHED") & CompanyFields.Tags.Includes("beta") & CompanyFields.Name.NotEqualTo("launched") & Stage.StartsWith("adop");
        await gainsight.Companies.Query().Select(CompanyFields.Name).Where(filter).WithLabels().ToListAsync();
        await gainsight.Companies.Query().Select(CompanyFields.Name).Where(Stage.EqualTo("adopting") | Stage.EqualTo("LAUNCHED")).WithLabels().ToListAsync();

        Values(hook, 0).Should().Equal("Adopting", "Launched");
        Values(hook, 1).Should().Equal("Beta");
        Values(hook, 2).Should().Equal("launched");
        Values(hook, 3).Should().Equal("adop");
        Values(hook, 0, query: 1).Concat(Values(hook, 1, query: 1)).Should().Equal("Adopting", "Launched");
    }

    [Fact]
    public async Task An_inactive_item_can_be_used_in_a_filter()
    {
        await using var tenant = await StartAsync();

        (await tenant.CreateClient().Companies.Query().Select(CompanyFields.Name).Where(Stage.EqualTo("Onboarding (retired)")).WithLabels().ToListAsync())
            .Should().ContainSingle().Which.Name.Should().Be("R");
    }

    [Fact]
    public async Task A_value_that_is_not_an_item_fails_before_the_query_with_the_possible_labels()
    {
        await using var tenant = await StartAsync();
        var query = tenant.CreateClient().Companies.Query().Select(CompanyFields.Name).WithLabels();

        foreach (var filter in (Filter[])[Stage.In("Adopting", "Orbiting"), Stage.NotEqualTo("Orbiting"), Stage.Excludes("Orbiting")])
        {
            var message = (await query.Where(filter).Invoking(each => each.ToListAsync()).Should().ThrowAsync<ArgumentException>()).Which.Message;

            message.Should().Contain("Stage").And.Contain("Adopting, Will Churn").And.NotContain("retired").And.NotContain("Orbiting");
        }

        await query.Where(CompanyFields.Tags.Includes("Orbiting")).Invoking(each => each.ToListAsync()).Should().ThrowAsync<ArgumentException>();
        tenant.Calls(EmulatorOperations.Query).Should().Be(0);
    }

    [Fact]
    public async Task A_label_of_several_items_is_ambiguous_without_the_exact_case_or_the_GSID()
    {
        await using var tenant = await StartAsync();
        var second = tenant.Companies.Field("Stage").Picklist!.AddItem("adopting");
        tenant.Companies.Insert(("Name", "B"), ("Stage", second.Gsid));
        var query = tenant.CreateClient().Companies.Query().Select(CompanyFields.Name).WithLabels();

        await query.Where(Stage.EqualTo("ADOPTING")).Invoking(each => each.ToListAsync()).Should().ThrowAsync<ArgumentException>().WithMessage("*several*GSID*");

        (await query.Where(Stage.EqualTo("adopting")).ToListAsync()).Should().ContainSingle().Which.Name.Should().Be("B");
        (await query.Where(Stage.EqualTo(second.Gsid)).ToListAsync()).Should().ContainSingle().Which.Name.Should().Be("B");
    }

    [Fact]
    public async Task Without_labels_a_filter_is_sent_unchanged()
    {
        await using var tenant = await StartAsync();
        (var gainsight, var hook) = QueryHook.CreateClient(tenant);

        await gainsight.Companies.Query().Select(CompanyFields.Name).Where(Stage.EqualTo("adopting")).ToListAsync();

        Values(hook, 0).Should().Equal("adopting");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_label_that_the_field_does_not_have_is_an_error_and_not_an_empty_result_whether_or_not_metadata_is_known(bool isKnown)
    {
        await using var tenant = await StartAsync();
        var gainsight = tenant.CreateClient();
        if (isKnown)
        {
            await gainsight.Metadata.DescribeAsync("Company");
        }

        var query = gainsight.Companies.Query().Select(CompanyFields.Name);
        var tags = Field.Custom<string>("Stage");

        foreach (var filter in (Filter[])[Stage.EqualTo("Lunched"), Stage.In("Lunched", "Churn"), tags.EqualTo("Lunched"), Stage.EqualTo("Lunched") & CompanyFields.Name.EqualTo("A")])
        {
            (await query.Where(filter).Invoking(each => each.ToListAsync()).Should().ThrowAsync<ArgumentException>()).Which.Message
                .Should().Contain("Did you mean Launched?").And.NotContain("Lunched");
            await query.Where(filter).Invoking(each => each.FirstOrDefaultAsync()).Should().ThrowAsync<ArgumentException>();
        }

        (await query.Where(Stage.EqualTo("Churn")).ToListAsync()).Should().BeEmpty();
        (await query.Where(Stage.EqualTo(tenant.Companies.Field("Stage").Picklist!.Find("Churn")!.Gsid)).ToListAsync()).Should().BeEmpty();
        (await query.Where(Stage.Compare(Operator.Raw("EQ"), "Lunched")).ToListAsync()).Should().BeEmpty("a raw operator is the caller's own business");
        (await query.Where(CompanyFields.Name.EqualTo("Lunched")).ToListAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("query")]
    [InlineData("export")]
    [InlineData("feed")]
    [InlineData("recent feed")]
    [InlineData("copy")]
    public async Task A_label_that_the_field_does_not_have_is_an_error_in_every_read_that_finds_nothing(string read)
    {
        await using var tenant = await StartAsync();
        tenant.Clock.Advance(Feed.Settled);
        var gainsight = tenant.CreateClient();
        var query = gainsight.Companies.Query().Select(CompanyFields.Name);
        using var file = new CopyFile();

        (await FluentActions.Awaiting(() => ReadAsync(query.Where(Stage.EqualTo("Lunched")))).Should().ThrowAsync<ArgumentException>()).Which.Message
            .Should().Contain("Did you mean Launched?").And.NotContain("Lunched");
        (await ReadAsync(query.Where(Stage.EqualTo("Churn")))).Should().Be(0, "no row has this item");
        (await ReadAsync(query.Where(Stage.EqualTo("Launched")))).Should().Be(1);

        async Task<int> ReadAsync(RecordQuery<Company> of) => read switch
        {
            "query" => (await of.ToListAsync()).Count,
            "export" => (await ExportTests.ListAsync(gainsight.Bulk.ExportAsync(of))).Count,
            "feed" => (await Feed.ReadAsync(gainsight, of, ChangeCheckpoint.Beginning)).Count - 1,
            "recent feed" => (await Feed.ReadAsync(gainsight, of, ChangeCheckpoint.BeginningAt(tenant.Clock.GetUtcNow().AddHours(-1)))).Count - 1,
            _ => await CopyAsync(of),
        };

        async Task<int> CopyAsync(RecordQuery<Company> of)
        {
            File.Delete(file.Path);
            return (await file.UpdateAsync(gainsight, of)).Count;
        }
    }

    [Fact]
    public async Task A_feed_that_goes_on_and_finds_nothing_asks_for_no_labels()
    {
        await using var tenant = await StartAsync();
        tenant.Clock.Advance(Feed.Settled);
        var gainsight = tenant.CreateClient();
        var query = gainsight.Companies.Query().Select(CompanyFields.Name).Where(Stage.EqualTo("Launched"));
        var first = await Feed.ReadAsync(gainsight, query, ChangeCheckpoint.Beginning);
        tenant.Clock.Advance(Feed.Settled);
        var calls = tenant.Emulator.Requests.Count;

        (await Feed.ReadAsync(gainsight, query, first[^1].Checkpoint)).Should().ContainSingle();

        (tenant.Emulator.Requests.Count - calls).Should().Be(3);
    }

    private static async Task<Tenant> StartAsync()
    {
        var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "A"), ("Stage", "Adopting"));
        tenant.Companies.Insert(("Name", "L"), ("Stage", "Launched"));
        tenant.Companies.Insert(("Name", "R"), ("Stage", "Onboarding (retired)"));
        return tenant;
    }

    private static IEnumerable<string?> Values(QueryHook hook, int condition, int query = 0) =>
        JsonDocument.Parse(hook.Bodies[query]).RootElement.GetProperty("where").GetProperty("conditions")[condition].GetProperty("value")
            .EnumerateArray().Select(value => value.GetString());
}
