using System.Text.Json;

namespace Gainsight.Client.Tests.Query;

/// <summary>What a query names that the tenant has otherwise.</summary>
public sealed class QueryComparerTests : IDisposable
{
    private const string Lookup =
        """{"fieldName":"Parent","dataType":"LOOKUP","meta":{"lookupDetail":{"lookupName":"Parent__gr","lookupObjects":[{"objectName":"Part"}]}}}""";

    private const string Stage =
        """
        {"fieldName":"Stage","dataType":"PICKLIST","options":[
            {"label":"Adopting","value":"I1","groupId":"C1","active":true},{"label":"Onboarding","value":"I2","groupId":"C1","active":true}]}
        """;

    private readonly QueryFixture _fixture = new();

    public static TheoryData<string, string> Families => new()
    {
        { "NUMBER", "number" }, { "PERCENTAGE", "number" }, { "CURRENCY", "number" }, { "JSONNUMBER", "number" },
        { "BOOLEAN", "boolean" }, { "JSONBOOLEAN", "boolean" },
        { "DATE", "date" }, { "DATETIME", "date-time" }, { "MULTISELECTDROPDOWNLIST", "items" },
        { "STRING", "text" }, { "PICKLIST", "text" }, { "URL", "text" }, { "LOOKUP", "text" },
    };

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [MemberData(nameof(Families))]
    public async Task A_described_type_fits_the_tokens_of_its_family_and_no_others(string type, string family)
    {
        _fixture.Describe("[]", ("Asset__gc", $$"""{"fieldName":"F","dataType":"{{type}}"}"""));
        (Field Token, string Family)[] tokens =
        [
            (Field.Custom<decimal>("F"), "number"), (Field.Custom<bool>("F"), "boolean"), (Field.Custom<DateOnly>("F"), "date"),
            (Field.Custom<DateTimeOffset>("F"), "date-time"), (Field.Custom<IReadOnlyList<string>>("F"), "items"), (Field.Custom<string>("F"), "text"),
        ];

        foreach (var (token, own) in tokens)
        {
            var changes = await CompareAsync(Assets.Select(token));

            if (own == family)
            {
                changes.Should().BeEmpty();
            }
            else
            {
                changes.Single().Should().BeEquivalentTo(new { Kind = DriftKind.TypeChanged, Name = "F", Expected = token.DataType.Name, Actual = type });
            }
        }
    }

    [Theory]
    [InlineData("NUMBER")]
    [InlineData("BOOLEAN")]
    [InlineData("JSON")]
    public async Task JSON_and_a_name_alone_fit_every_type(string type)
    {
        _fixture.Describe("[]", ("Asset__gc", $$"""{"fieldName":"F","dataType":"{{type}}"}"""));

        (await CompareAsync(Assets.Select(Field.Custom<JsonElement>("F")))).Should().BeEmpty();
        (await CompareAsync(Assets.Select("F"))).Should().BeEmpty();
    }

    [Fact]
    public async Task A_described_type_of_JSON_fits_every_token()
    {
        _fixture.Describe("[]", ("Asset__gc", """{"fieldName":"F","dataType":"JSON"}"""));

        (await CompareAsync(Assets.Select(Field.Custom<decimal>("F")))).Should().BeEmpty();
    }

    [Fact]
    public async Task Fields_of_selection_filter_and_order_are_compared_once_each()
    {
        _fixture.Describe("[]", ("Asset__gc", """{"fieldName":"Name","dataType":"STRING"}"""));

        var changes = await CompareAsync(Assets.Select("Name", "One").Where(Field.Custom<string>("ONE").IsNull() & Field.Custom<string>("Two").IsNull()).OrderBy("two").OrderBy("Three"));

        changes.Select(change => (change.Kind, change.Name)).Should().Equal((DriftKind.FieldGone, "One"), (DriftKind.FieldGone, "Two"), (DriftKind.FieldGone, "Three"));
    }

    [Theory]
    [InlineData("Nmae", "Name")]
    [InlineData("Parnt__gr.Name", "Parent__gr.Name")]
    [InlineData("Parent__gr.Nmae", "Parent__gr.Name")]
    [InlineData("Parent__gr.Parent__gr.Nmae", "Parent__gr.Parent__gr.Name")]
    [InlineData("Parent__gr.Vanished", null)]
    [InlineData("Vanished__gr.Name", null)]
    [InlineData("Vanished", null)]
    public async Task The_nearest_path_differs_only_in_the_name_that_is_gone(string path, string? nearest)
    {
        _fixture.Describe("[]", ("Asset__gc", $$"""{"fieldName":"Name","dataType":"STRING"},{{Lookup}}"""), ("Part", $$"""{"fieldName":"Name","dataType":"STRING"},{{Lookup}}"""));

        var change = (await CompareAsync(Assets.Select(path))).Single();

        (change.Kind, change.Name, change.PossiblyRenamedTo).Should().Be((DriftKind.FieldGone, path, nearest));
    }

    [Theory]
    [InlineData("Owner__gr.Owner__gr.Name", "Owner__gr.Owned__gr.Name")]
    [InlineData("Owner__gr.Owner__gr", null)]
    public async Task A_name_that_occurs_twice_in_a_path_is_replaced_where_it_is_gone(string path, string? nearest)
    {
        static string To(string name) =>
            Lookup.Replace("\"Parent\"", $"\"{name}__gc\"", StringComparison.Ordinal).Replace("Parent__gr", $"{name}__gr", StringComparison.Ordinal);
        _fixture.Describe("[]", ("Asset__gc", To("Owner")), ("Part", To("Owned")));

        (await CompareAsync(Assets.Select(path))).Single().PossiblyRenamedTo.Should().Be(nearest);
    }

    [Theory]
    [InlineData("adopting", null)]
    [InlineData("I2", null)]
    [InlineData("Adoptin", "Adopting")]
    [InlineData("Churned", "")]
    public async Task An_item_of_a_filter_that_is_gone_is_named_with_the_nearest_label(string item, string? nearest)
    {
        _fixture.Describe("[]", ("Asset__gc", $$"""{"fieldName":"Name","dataType":"STRING"},{{Stage}}"""));

        var changes = await CompareAsync(Assets.Select("Name").Where(Field.Custom<string>("Stage").EqualTo(item)));

        if (nearest is null)
        {
            changes.Should().BeEmpty();
        }
        else
        {
            changes.Single().Should().BeEquivalentTo(new { Kind = DriftKind.ItemGone, Name = "Stage", Expected = item, PossiblyRenamedTo = nearest.Length == 0 ? null : nearest });
        }
    }

    [Fact]
    public async Task A_filter_that_compares_the_text_of_labels_or_a_field_without_items_has_no_wrong_items()
    {
        _fixture.Describe("[]", ("Asset__gc", $$"""{"fieldName":"Name","dataType":"STRING"},{"fieldName":"Empty","dataType":"PICKLIST","options":[]},{{Stage}}"""));
        var (stage, name, empty) = (Field.Custom<string>("Stage"), Field.Custom<string>("Name"), Field.Custom<string>("Empty"));

        (await CompareAsync(Assets.Select("Name").Where(stage.StartsWith("Churn") & name.EqualTo("Churned") & empty.EqualTo("Churned")))).Should().BeEmpty();
    }

    [Fact]
    public async Task The_object_is_described_again_for_each_comparison_a_minute_later()
    {
        _fixture.Describe("[]", ("Asset__gc", """{"fieldName":"Name","dataType":"STRING"}"""));
        await CompareAsync(Assets.Select("Name"));
        _fixture.Clock.Advance(TimeSpan.FromMinutes(2));

        await CompareAsync(Assets.Select("Name"));

        _fixture.Descriptions("Asset__gc").Should().Be(2);
    }

    private RecordQuery<ObjectRecord> Assets => _fixture.Client.Objects("Asset__gc").Query();

    private async Task<IReadOnlyList<Drift>> CompareAsync(RecordQuery<ObjectRecord> query) => (await _fixture.Client.Metadata.CompareAsync(query)).Changes;
}
