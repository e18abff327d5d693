namespace Gainsight.Client.Tests.Query;

/// <summary>A query that finds nothing asks whether its filter could find anything.</summary>
public sealed class EmptyResultTests : IDisposable
{
    private const string Stage = """{"fieldName":"Stage","dataType":"PICKLIST","options":[{"label":"Open","value":"I1","groupId":"C1","active":true}]}""";

    private readonly QueryFixture _fixture = new();

    public static TheoryData<Filter, bool> Filters => new()
    {
        { Field.Custom<string>("Stage").EqualTo("open"), true },
        { Field.Custom<string>("Stage").IsNull(), false },
        { Field.Custom<string>("Stage").Contains("op"), false },
        { Field.Custom<decimal>("Seats").EqualTo(1m), false },
        { Field.Custom<string>("Owner__gr.Name").EqualTo("a"), false },
        { Field.Custom<IReadOnlyList<string>>("Tags").Includes("a"), true },
    };

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task The_object_is_described_if_the_filter_may_compare_items(Filter filter, bool isDescribed)
    {
        _fixture.Describe("[]", ("Asset__gc", $$"""{"fieldName":"Gsid"},{"fieldName":"Tags","dataType":"STRING"},{{Stage}}"""));

        (await _fixture.Client.Objects("Asset__gc").Query().Select("Name").Where(filter).ToListAsync()).Should().BeEmpty();

        _fixture.Descriptions("Asset__gc").Should().Be(isDescribed ? 1 : 0);
    }

    [Fact]
    public async Task The_type_of_a_field_of_the_library_says_whether_it_has_items()
    {
        _fixture.Describe("[]", ("Company", $$"""{"fieldName":"Gsid"},{{Stage}}"""));

        await _fixture.Companies.Where(CompanyFields.Name.EqualTo("Acme")).ToListAsync();
        await _fixture.Companies.Where(Field.Custom<string>("name").EqualTo("Acme")).ToListAsync();
        _fixture.Descriptions("Company").Should().Be(0);

        await _fixture.Companies.Where(CompanyFields.Stage.EqualTo("I1")).ToListAsync();
        _fixture.Descriptions("Company").Should().Be(1);
    }

    [Fact]
    public async Task A_value_that_is_no_item_is_an_error_and_no_empty_result()
    {
        _fixture.Describe("[]", ("Company", $$"""{"fieldName":"Gsid"},{{Stage}}"""));

        await _fixture.Companies.Where(CompanyFields.Stage.EqualTo("opne")).Awaiting(query => query.ToListAsync())
            .Should().ThrowAsync<ArgumentException>().WithMessage("*Stage*Did you mean Open?*");
    }

    [Fact]
    public async Task Without_metadata_the_result_stays_empty()
    {
        _fixture.Describe("[]");

        (await _fixture.Companies.Where(CompanyFields.Stage.EqualTo("opne")).ToListAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Many_values_are_checked_before_the_first_call()
    {
        _fixture.Describe("[]", ("Company", Stage));
        var query = _fixture.Companies;

        (await query.GetManyAsync(CompanyFields.Name, [])).Should().BeEmpty();
        await query.Awaiting(each => each.GetManyAsync((Field<string>)null!, ["a"])).Should().ThrowAsync<ArgumentNullException>().WithParameterName("field");
        await query.Awaiting(each => each.GetManyAsync(CompanyFields.Name, null!)).Should().ThrowAsync<ArgumentNullException>().WithParameterName("values");
        await query.Awaiting(each => each.GetManyAsync(CompanyFields.Name, [.. Enumerable.Range(0, 600).Select(i => $"{i}"), null!])).Should().ThrowAsync<ArgumentException>();
        foreach (var other in new[] { query.Take(1), query.Skip(1), query.OrderBy("Name") })
        {
            await other.Awaiting(each => each.GetManyAsync(CompanyFields.Name, ["a"])).Should().ThrowAsync<InvalidOperationException>().WithMessage("*OrderBy, Take and Skip*");
        }

        _fixture.Wire.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task Options_and_queries_that_are_wrong_are_named()
    {
        FluentActions.Invoking(() => new ReadOptions { Lane = (RequestLane)9 }).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("Lane");
        FluentActions.Invoking(() => new ReadOptions { Paging = (ReadPaging)9 }).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("Paging");
        _fixture.Companies.Invoking(query => query.Skip(-1)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("count");
        _fixture.Companies.Invoking(query => query.ReadAsync((Func<Company, int>)null!)).Should().Throw<ArgumentNullException>().WithParameterName("create");
        _fixture.Companies.Invoking(query => query.ReadAsync(_ => 1, null!)).Should().Throw<ArgumentNullException>().WithParameterName("options");
        await _fixture.Companies.Awaiting(query => query.ToDataReaderAsync((IAsyncEnumerable<Company>)null!)).Should().ThrowAsync<ArgumentNullException>().WithParameterName("rows");
        await _fixture.Client.Metadata.Awaiting(metadata => metadata.CompareAsync<Company>(null!)).Should().ThrowAsync<ArgumentNullException>().WithParameterName("query");
    }
}
