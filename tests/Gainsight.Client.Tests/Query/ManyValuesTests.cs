using System.Net;
using System.Text.Json;

namespace Gainsight.Client.Tests.Query;

/// <summary>The blocks in which rows of many values are read, on tenants that refuse some of them.</summary>
public sealed class ManyValuesTests
{
    private const string Refusal = """{"result":false,"errorCode":"GSOBJ_1015","errorDesc":"Too many values","requestId":"r-1","data":null,"message":null}""";

    [Theory]
    [InlineData(600, 500, 1, "IN 500, IN 100")]
    [InlineData(600, 50, 1, "IN 500, IN 50, IN 50, IN 50, IN 50, IN 50, IN 50, IN 50, IN 50, IN 50, IN 50, IN 50, IN 50")]
    [InlineData(60, 0, 26, "IN 60, IN 50, EQ 26, EQ 26, EQ 8")]
    [InlineData(3, 0, 1, "IN 3, IN 3, EQ 3, EQ 1, EQ 1, EQ 1")]
    public async Task Values_are_asked_for_in_the_largest_blocks_that_the_tenant_accepts(int values, int mostOfIn, int mostConditions, string expected)
    {
        using QueryFixture query = new();
        List<string> blocks = [];
        Serve(query, blocks, where => ValuesOf(where) > (IsIn(where) ? mostOfIn : mostConditions) ? StubHandler.Json(HttpStatusCode.BadRequest, Refusal) : null);

        (await query.Companies.GetManyAsync(CompanyFields.Name, Names(values))).Should().BeEmpty();

        string.Join(", ", blocks).Should().Be(expected);
    }

    [Fact]
    public async Task A_refusal_of_a_single_value_is_the_callers()
    {
        using QueryFixture query = new();
        List<string> blocks = [];
        Serve(query, blocks, _ => StubHandler.Json(HttpStatusCode.BadRequest, Refusal));

        var read = () => query.Companies.GetManyAsync(CompanyFields.Name, Names(2));

        (await read.Should().ThrowAsync<GainsightValidationException>()).Which.ErrorCode.Should().Be("GSOBJ_1015");
        blocks.Should().Equal("IN 2", "IN 2", "EQ 2", "EQ 1");
    }

    [Fact]
    public async Task A_page_of_something_on_the_way_says_nothing_of_the_block()
    {
        using QueryFixture query = new();
        List<string> blocks = [];
        Serve(query, blocks, _ => StubHandler.Json(HttpStatusCode.BadRequest, "<html>Bad request</html>"));

        await FluentActions.Awaiting(() => query.Companies.GetManyAsync(CompanyFields.Name, Names(2))).Should().ThrowAsync<GainsightException>();

        blocks.Should().Equal("IN 2");
    }

    [Fact]
    public async Task A_call_that_is_too_large_for_something_on_the_way_is_made_smaller()
    {
        using QueryFixture query = new();
        List<string> blocks = [];
        Serve(query, blocks, where => ValuesOf(where) > 50 ? StubHandler.Json(HttpStatusCode.RequestEntityTooLarge, "<html>Too large</html>") : null);

        await query.Companies.GetManyAsync(CompanyFields.Name, Names(60));

        blocks.Should().Equal("IN 60", "IN 50", "IN 10");
    }

    [Fact]
    public async Task Values_joined_by_OR_are_alternatives()
    {
        using QueryFixture query = new();
        Serve(query, [], where => IsIn(where) ? StubHandler.Json(HttpStatusCode.BadRequest, Refusal) : null);

        await query.Companies.GetManyAsync(CompanyFields.Name, Names(3));

        query.Body(^1).GetProperty("where").GetProperty("expression").GetString().Should().Contain("OR").And.NotContain("AND");
    }

    private static IEnumerable<string> Names(int count) => Enumerable.Range(0, count).Select(number => $"Company {number}");

    private static bool IsIn(JsonElement where) => where.GetProperty("conditions")[0].GetProperty("operator").GetString() == "IN";

    private static int ValuesOf(JsonElement where) => where.GetProperty("conditions").EnumerateArray().Sum(condition => condition.GetProperty("value").GetArrayLength());

    /// <summary>Answers queries without rows, unless <paramref name="refuse"/> refuses them, and notes their blocks.</summary>
    private static void Serve(QueryFixture query, List<string> blocks, Func<JsonElement, HttpResponseMessage?> refuse) => query.Wire.Do(async (request, token) =>
    {
        if (request.Content is null || !request.RequestUri!.AbsolutePath.Contains("/query/", StringComparison.Ordinal))
        {
            return StubHandler.Json(HttpStatusCode.NotFound, Refusal);
        }

        var where = JsonDocument.Parse(await request.Content.ReadAsStringAsync(token)).RootElement.GetProperty("where");
        blocks.Add($"{where.GetProperty("conditions")[0].GetProperty("operator").GetString()} {ValuesOf(where)}");
        return refuse(where) ?? StubHandler.Json(HttpStatusCode.OK, StubHandler.Envelope("[]"));
    });
}
