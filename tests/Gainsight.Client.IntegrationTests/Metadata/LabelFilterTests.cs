using System.Text.Json;
using Gainsight.Client.Emulator;
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
