namespace Gainsight.Client.Tests.Query;

/// <summary>What a refused query says of its names.</summary>
public sealed class QueryErrorTests : IDisposable
{
    private const string Name = """{"fieldName":"Name","label":"Name","dataType":"STRING"}""";

    private const string Owner =
        """{"fieldName":"Owner__gc","label":"Owner","dataType":"LOOKUP","meta":{"lookupDetail":{"lookupName":"Owner__gr","lookupObjects":[{"objectName":"gsuser"}]}}}""";

    private readonly QueryFixture _fixture = new();

    private RecordQuery<ObjectRecord> Assets => _fixture.Client.Objects("Asset__gc").Query().Select("Name");

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData(1, null)]
    [InlineData(5, null)]
    [InlineData(6, "1 more name does not exist")]
    [InlineData(7, "2 more names do not exist")]
    public async Task A_message_has_five_names_and_the_number_of_the_others(int wrong, string? more)
    {
        _fixture.Describe(rows: null, ("Asset__gc", Name));
        string[] names = [.. Enumerable.Range(0, wrong).Select(i => $"Wrong_{i}__gc")];

        var failure = await FailureAsync(Assets.Select(names.Select(name => (Field)name)));

        failure.Errors.Select(error => (error.Code, error.Field)).Should().Equal(names.Select(name => ((string?)RecordErrorCodes.UnknownField, (string?)name)));
        names.Where(name => failure.Message.Contains(name, StringComparison.Ordinal)).Should().Equal(names.Take(5));
        (failure.Message.Contains(" more ", StringComparison.Ordinal), more is null || failure.Message.Contains(more, StringComparison.Ordinal)).Should().Be((more is not null, true));
        failure.RequestId.Should().Be("r-2");
    }

    [Fact]
    public async Task A_name_that_is_like_no_other_is_told_with_the_call_that_lists_all()
    {
        _fixture.Describe(rows: null, ("Asset__gc", Name));

        (await FailureAsync(Assets.Select("Vanished__gc"))).Message.Should().Contain("Asset__gc has no field Vanished__gc. gainsight.Metadata.DescribeAsync").And.NotContain("Did you mean");
    }

    [Fact]
    public async Task All_names_that_are_as_near_are_told()
    {
        _fixture.Describe(rows: null, ("Asset__gc", $$"""{{Name}},{"fieldName":"Seat_1","label":"Chairs"},{"fieldName":"Seat_2","label":"Stools"}"""));

        (await FailureAsync(Assets.Select("Seat_3"))).Message.Should().Contain("Did you mean Seat_1 or Seat_2?").And.NotContain("DescribeAsync");
        (await FailureAsync(Assets.Select("stools"))).Message.Should().Contain("Did you mean Seat_2?", "that is its label");
    }

    [Fact]
    public async Task A_relation_that_is_wrong_is_compared_with_relations_and_a_field_behind_it_with_fields()
    {
        _fixture.Describe(rows: null, ("Asset__gc", $$"""{{Name}},{{Owner}},{"fieldName":"Ownr__gc","label":"Other"}"""), ("gsuser", """{"fieldName":"Email","label":"Email"}"""));

        (await FailureAsync(Assets.Select("Ownr__gr.Email"))).Message.Should().Contain("Asset__gc has no lookup Ownr__gr. Did you mean Owner__gr?");
        (await FailureAsync(Assets.Select("Owner__gr.Emial"))).Message.Should().Contain("gsuser has no field Emial. Did you mean Email?");
        (await FailureAsync(Assets.Select("Owner__gr.Gone.Email"))).Errors.Should().BeEmpty("the tenant may not describe every relation of gsuser");
    }

    [Theory]
    [InlineData("mail.Email")]
    [InlineData("Email.Email")]
    public async Task A_relation_that_ends_the_path_as_well_is_still_a_relation(string path)
    {
        _fixture.Describe(rows: null, ("Asset__gc", $"{Name},{Owner}"));

        var failure = await FailureAsync(Assets.Select(path));

        failure.Message.Should().Contain($"Asset__gc has no lookup {path.Split('.')[0]}.");
        failure.Errors.Single().Field.Should().Be(path);
    }

    [Fact]
    public async Task Wrong_names_of_fields_orders_and_filters_are_told_once_each()
    {
        _fixture.Describe(rows: null, ("Asset__gc", Name));

        var failure = await FailureAsync(Assets.Select("One", "Two").OrderBy("two").OrderBy("Three").Where(Field.Custom<string>("ONE").IsNull() & Field.Custom<string>("Four").IsNull()));

        failure.Errors.Select(error => error.Field).Should().Equal("One", "Two", "Three", "Four");
    }

    [Fact]
    public async Task A_query_whose_names_all_exist_is_refused_in_the_words_of_the_tenant()
    {
        _fixture.Describe(rows: null, ("Asset__gc", Name));
        await _fixture.Client.Metadata.DescribeAsync("Asset__gc");
        _fixture.Clock.Advance(TimeSpan.FromMinutes(5));

        var failure = await FailureAsync(Assets);

        (failure.ErrorCode, failure.Errors.Count).Should().Be(("GSOBJ_1002", 0));
        _fixture.Descriptions("Asset__gc").Should().Be(1, "nothing is missing that could be new");
    }

    [Fact]
    public async Task A_field_that_is_newer_than_the_description_is_not_called_wrong()
    {
        _fixture.Describe(rows: null, ("Asset__gc", Name));
        await _fixture.Client.Metadata.DescribeAsync("Asset__gc");
        _fixture.Clock.Advance(TimeSpan.FromMinutes(5));
        _fixture.Describe(rows: null, ("Asset__gc", $$"""{{Name}},{"fieldName":"New__gc"}"""));

        var failure = await FailureAsync(Assets.Select("New__gc"));

        (failure.ErrorCode, failure.Errors.Count).Should().Be(("GSOBJ_1002", 0));
        _fixture.Descriptions("Asset__gc").Should().Be(2);
    }

    [Fact]
    public async Task A_tenant_that_does_not_describe_the_object_leaves_the_refusal_as_it_is()
    {
        _fixture.Describe(rows: null);

        var failure = await FailureAsync(Assets.Select("Wrong"));

        (failure.ErrorCode, failure.Errors.Count).Should().Be(("GSOBJ_1002", 0));
    }

    private static async Task<GainsightValidationException> FailureAsync(RecordQuery<ObjectRecord> query) =>
        (await query.Awaiting(each => each.ToListAsync()).Should().ThrowAsync<GainsightValidationException>()).Which;
}
