namespace Gainsight.Client.Tests.Query;

/// <summary>How conditions are joined, and how many a filter can hold.</summary>
public sealed class FilterExpressionTests
{
    private static readonly Filter A = CompanyFields.Name.EqualTo("a");
    private static readonly Filter B = CompanyFields.Employees.GreaterThan(1);
    private static readonly Filter C = CompanyFields.Stage.In("Adopting");
    private static readonly Filter D = CompanyFields.Csm.IsNotNull();

    public static TheoryData<Filter, string> Joined => new()
    {
        { A & B, "A AND B" },
        { A | B, "A OR B" },
        { A & B & C & D, "A AND B AND C AND D" },
        { (A & B) & (C & D), "A AND B AND C AND D" },
        { A & (B & C), "A AND B AND C" },
        { A | (B | C), "A OR B OR C" },
        { (A | B) & C, "(A AND B) OR (C AND D)" },
        { A & (B | C) & D, "(A AND B AND C) OR (D AND E AND F)" },
        { (A & B) | C, "(A AND B) OR C" },
        { (A & B) | (C & D), "(A AND B) OR (C AND D)" },
        { ((A & B) | C) & D, "(A AND B AND C) OR (D AND E)" },
        { (A | B | C) & (A | B | C | D) & (B | C | D), "(A OR B OR C) AND (D OR E OR F OR G) AND (H OR I OR J)" },
        { Any(14) & A & (B | C), $"({string.Join(" OR ", Letters(14))}) AND O AND (P OR Q)" },
    };

    public static TheoryData<Filter, Filter> Doubled => new()
    {
        { A && B, A & B },
        { A || B, A | B },
        { A && (B || C) && D, A & (B | C) & D },
        { A && B || C && D, (A & B) | (C & D) },
    };

    [Theory]
    [MemberData(nameof(Doubled))]
    public async Task Doubled_operators_join_filters_like_single_ones(Filter doubled, Filter single)
    {
        using var fixture = new QueryFixture();

        (await fixture.WhereAsync(doubled)).GetRawText().Should().Be((await fixture.WhereAsync(single)).GetRawText());
    }

    [Theory]
    [MemberData(nameof(Joined))]
    public async Task Parentheses_stand_only_around_alternatives_while_there_are_letters_for_them(Filter filter, string expression)
    {
        using var fixture = new QueryFixture();

        var where = await fixture.WhereAsync(filter);

        where.GetProperty("expression").GetString().Should().Be(expression);
        where.GetProperty("conditions").EnumerateArray().Select(condition => condition.GetProperty("alias").GetString())
            .Should().Equal(Letters(where.GetProperty("conditions").GetArrayLength()), "aliases go from left to right");
    }

    [Fact]
    public async Task Two_where_calls_are_joined_by_and()
    {
        using var fixture = new QueryFixture();

        var body = await fixture.BodyAsync(fixture.Companies.Where(A | B).Where(C));

        body.GetProperty("where").GetProperty("expression").GetString().Should().Be("(A AND B) OR (C AND D)");
        body.GetProperty("where").GetProperty("conditions").EnumerateArray().Select(condition => condition.GetProperty("name").GetString())
            .Should().Equal("Name", "Stage", "Employees", "Stage");
    }

    [Fact]
    public async Task Twenty_six_conditions_take_every_letter_and_leave_none_for_the_keyset()
    {
        using var fixture = new QueryFixture();
        var filter = Many(26);
        fixture.Wire.Answer(StubHandler.Envelope($"[{string.Join(',', Enumerable.Range(1, 10).Select(i => $$"""{"Gsid":"{{i:000}}"}"""))}]"));

        await foreach (var company in fixture.Companies.Where(filter).ReadAsync(new ReadOptions { PageSize = 10 }))
        {
            if (company.Gsid == "010")
            {
                break;
            }
        }

        fixture.Body(0).GetProperty("where").GetProperty("expression").GetString().Should().StartWith("A AND B").And.EndWith("Y AND Z");
        fixture.Body(1).GetProperty("where").GetProperty("conditions").GetArrayLength().Should().Be(26);
        fixture.Body(1).GetProperty("offset").GetInt32().Should().Be(10);
    }

    [Fact]
    public void A_twenty_seventh_condition_is_refused_with_a_way_out()
    {
        Func<Filter> join = () => Many(26) & A;

        join.Should().Throw<ArgumentException>().WithMessage("*26*Use In for many values*");
    }

    [Fact]
    public void Nothing_joined_to_a_filter_is_refused()
    {
        Filter? nothing = null;

        ((Func<Filter>)(() => A & nothing!)).Should().Throw<ArgumentNullException>();
        ((Func<Filter>)(() => nothing! | A)).Should().Throw<ArgumentNullException>();
    }

    private static Filter Many(int count) =>
        Enumerable.Range(0, count).Select(i => CompanyFields.Employees.NotEqualTo(i)).Aggregate((left, right) => left & right);

    private static Filter Any(int count) =>
        Enumerable.Range(0, count).Select(i => CompanyFields.Employees.EqualTo(i)).Aggregate((left, right) => left | right);

    private static IEnumerable<string> Letters(int count) => Enumerable.Range(0, count).Select(i => ((char)('A' + i)).ToString());
}
