namespace Gainsight.Client.Tests.Query;

/// <summary>Picklist items in the filter of a query with labels.</summary>
public sealed class FilterItemTests : IDisposable
{
    private static readonly Field<string> Stage = Field.Custom<string>("Stage");

    private readonly QueryFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData(30, null)]
    [InlineData(31, "1 more")]
    [InlineData(42, "12 more")]
    public async Task An_unknown_item_is_told_with_at_most_30_labels(int count, string? more)
    {
        Describe([.. Enumerable.Range(1, count).Select(i => ($"I{i}", $"Label-{i:00}-"))]);

        var message = await MessageAsync(Stage.EqualTo("secret"));

        message.Should().Contain("Stage").And.Contain("Label-01-, Label-02-").And.Contain("Label-30-").And.NotContain("Label-31-").And.NotContain("secret");
        (message.Contains(" more", StringComparison.Ordinal), more is null || message.Contains(more, StringComparison.Ordinal)).Should().Be((more is not null, true));
        message.Should().NotContain("Did you mean");
        _fixture.Wire.Sent.Should().NotContain(sent => sent.Address.AbsolutePath.Contains("/query/"));
    }

    [Fact]
    public async Task An_item_that_is_nearly_right_is_told_with_the_right_ones()
    {
        Describe(("I1", "Launched"), ("I2", "Launcher"), ("I3", "Gone"));

        (await MessageAsync(Stage.In("Gone", "Launches"))).Should().Contain("Did you mean Launched or Launcher?").And.NotContain("Launches");
    }

    [Fact]
    public async Task A_label_of_several_items_is_refused_and_the_GSID_of_one_is_sent_as_it_is()
    {
        Describe(("I1", "Open"), ("I2", "Open"), ("I3", "Shut"));

        (await MessageAsync(Stage.EqualTo("Open"))).Should().Contain("Stage").And.Contain("several").And.Contain("GSID").And.Contain("DescribeAsync").And.NotContain("Open");
        (await SentAsync(Stage.In("I2", "I3", "shut"))).Should().Be("""["I2","Shut","Shut"]""");
    }

    [Fact]
    public async Task A_filter_that_compares_text_is_sent_as_it_is()
    {
        Describe(("I1", "Open"));

        (await SentAsync(Stage.StartsWith("secret"))).Should().Be("""["secret"]""");
        (await SentAsync(Field.Custom<string>("Name").EqualTo("open"))).Should().Be("""["open"]""");
    }

    [Fact]
    public async Task An_item_that_is_newer_than_the_description_is_found_with_one_more_call()
    {
        Describe(("I1", "Open"));
        await SentAsync(Stage.EqualTo("open"));
        Describe(("I1", "Open"), ("I2", "New"));
        _fixture.Clock.Advance(TimeSpan.FromMinutes(5));
        var described = _fixture.Descriptions("Asset__gc");

        (await SentAsync(Stage.EqualTo("new"))).Should().Be("""["New"]""");
        (await SentAsync(Stage.EqualTo("open"))).Should().Be("""["Open"]""");

        (_fixture.Descriptions("Asset__gc") - described).Should().Be(1);
    }

    [Fact]
    public async Task A_value_of_a_picklist_without_items_is_sent_as_it_is()
    {
        Describe();

        (await SentAsync(Stage.EqualTo("Open"))).Should().Be("""["Open"]""");
    }

    private void Describe(params (string Gsid, string Label)[] items) => _fixture.Describe("[]", ("Asset__gc",
        $$"""
        {"fieldName":"Gsid","dataType":"GSID"},{"fieldName":"Name","dataType":"STRING"},{"fieldName":"Stage","dataType":"PICKLIST","options":[{{string.Join(
            ',', items.Select(item => $$"""{"label":"{{item.Label}}","value":"{{item.Gsid}}","groupId":"C1","active":true}"""))}}]}
        """));

    private RecordQuery<ObjectRecord> Query(Filter filter) => _fixture.Client.Objects("Asset__gc").Query().Select("Name").Where(filter).WithLabels();

    private async Task<string> MessageAsync(Filter filter) =>
        (await Query(filter).Awaiting(query => query.ToListAsync()).Should().ThrowAsync<ArgumentException>()).Which.Message;

    private async Task<string> SentAsync(Filter filter)
    {
        await Query(filter).ToListAsync();
        var query = _fixture.Wire.Sent.FindLastIndex(sent => sent.Address.AbsolutePath.Contains("/query/"));
        return _fixture.Body(query).GetProperty("where").GetProperty("conditions")[0].GetProperty("value").GetRawText();
    }
}
