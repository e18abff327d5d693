using System.Net;

namespace Gainsight.Client.Tests.Query;

public sealed class RecordQueryTests
{
    [Fact]
    public async Task A_whole_query_has_the_form_of_the_documentation()
    {
        using var fixture = new QueryFixture();
        var query = fixture.Companies
            .Select(CompanyFields.Name, CompanyFields.Csm.Then(UserFields.Email), "Region__gc")
            .Where(CompanyFields.Stage.In("Adopting"))
            .OrderByDescending(CompanyFields.RenewalDate)
            .OrderBy(CompanyFields.Name)
            .Take(20);

        var body = await fixture.BodyAsync(query);

        body.GetRawText().Should().Be(
            """
            {"select":["Name","Csm__gr.Email","Region__gc","Gsid"],"where":{"conditions":[{"name":"Stage","alias":"A","value":["Adopting"],"operator":"IN"}],"expression":"A"},"orderBy":{"RenewalDate":"desc","Name":"asc","Gsid":"asc"},"limit":20,"offset":0}
            """.Trim());
        fixture.Wire.Sent[0].Address.AbsolutePath.Should().Be("/v1/data/objects/query/Company");
    }

    [Fact]
    public async Task A_query_of_all_rows_has_no_where_selects_the_confirmed_fields_and_is_ordered_by_its_key()
    {
        using var fixture = new QueryFixture();

        var body = await fixture.BodyAsync(fixture.Companies);

        body.TryGetProperty("where", out _).Should().BeFalse();
        body.GetProperty("select").EnumerateArray().Select(name => name.GetString())
            .Should().Equal(CompanyFields.Definition.DefaultSelect.Select(field => field.Name));
        body.GetProperty("orderBy").GetRawText().Should().Be("{\"Gsid\":\"asc\"}");
        body.GetProperty("limit").GetInt32().Should().Be(5000);
    }

    [Fact]
    public async Task Every_method_leaves_the_query_it_is_called_on_as_it_was()
    {
        using var fixture = new QueryFixture();
        var query = fixture.Companies.Select(CompanyFields.Name).Where(CompanyFields.Employees.GreaterThan(1));
        var before = (await fixture.BodyAsync(query)).GetRawText();

        _ = query.Select(CompanyFields.Arr);
        _ = query.Where(CompanyFields.Arr.IsNull());
        _ = query.OrderBy(CompanyFields.Arr);
        _ = query.OrderByDescending(CompanyFields.Arr);
        _ = query.Take(1);

        (await fixture.BodyAsync(query)).GetRawText().Should().Be(before);
    }

    [Fact]
    public async Task Fields_are_selected_once_each_in_the_order_in_which_they_were_named()
    {
        using var fixture = new QueryFixture();

        var body = await fixture.BodyAsync(fixture.Companies.Select("Name", "gsid").Select("NAME", "Arr"));

        body.GetProperty("select").GetRawText().Should().Be("[\"Name\",\"gsid\",\"Arr\"]");
    }

    [Fact]
    public async Task Of_two_orders_by_one_field_the_first_holds()
    {
        using var fixture = new QueryFixture();

        var body = await fixture.BodyAsync(fixture.Companies.OrderByDescending("Name").OrderBy("name").OrderByDescending("Gsid"));

        body.GetProperty("orderBy").GetRawText().Should().Be("{\"Name\":\"desc\",\"Gsid\":\"desc\"}");
    }

    [Fact]
    public async Task Of_two_ends_the_nearer_holds()
    {
        using var fixture = new QueryFixture();

        (await fixture.BodyAsync(fixture.Companies.Take(5).Take(10))).GetProperty("limit").GetInt32().Should().Be(5);
        (await fixture.BodyAsync(fixture.Companies.Take(10).Take(5))).GetProperty("limit").GetInt32().Should().Be(5);
    }

    [Fact]
    public void Mistakes_are_told_at_once()
    {
        using var fixture = new QueryFixture();
        var query = fixture.Companies;

        ((Action)(() => query.Select([null!]))).Should().Throw<ArgumentException>();
        ((Action)(() => query.Select((IEnumerable<Field>)null!))).Should().Throw<ArgumentNullException>();
        ((Action)(() => query.Where(null!))).Should().Throw<ArgumentNullException>();
        ((Action)(() => query.OrderBy(null!))).Should().Throw<ArgumentNullException>();
        ((Action)(() => query.Take(0))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => _ = new ReadOptions { PageSize = 0 })).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => _ = new ReadOptions { PageSize = 5001 })).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => query.ReadPagesAsync(null!))).Should().Throw<ArgumentNullException>();
        fixture.Wire.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task One_read_that_is_enumerated_twice_at_a_time_gives_the_rows_to_both()
    {
        using var fixture = new QueryFixture();
        for (var i = 0; i < 40; i++)
        {
            fixture.Wire.Answer(StubHandler.Envelope($$"""[{"Gsid":"{{i:00}}","Name":"{{i}}","Field{{i}}__gc":1}]"""));
        }

        var rows = fixture.Companies.ReadAsync(new ReadOptions { PageSize = 1 });
        await using var one = rows.GetAsyncEnumerator();
        await using var other = rows.GetAsyncEnumerator();
        (await one.MoveNextAsync()).Should().BeTrue();
        (await other.MoveNextAsync()).Should().BeTrue();

        one.Current.Should().NotBeSameAs(other.Current);
        one.Current.Name.Should().NotBe(other.Current.Name);
    }

    [Fact]
    public async Task A_tenant_that_repeats_rows_without_their_key_ends_the_read_with_an_exception()
    {
        using var fixture = new QueryFixture();
        for (var call = 0; call < 30; call++)
        {
            fixture.Wire.Answer(StubHandler.Envelope("""[{"records":[]}]"""));
        }

        var read = () => fixture.Companies.Select(CompanyFields.Name).Take(20).ToListAsync();

        (await read.Should().ThrowAsync<GainsightProtocolException>()).Which.Message.Should().Contain("ignores the offset");
        fixture.Wire.Sent.Count.Should().BeLessThan(10);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "<html>no such page</html>", "text/html")]
    [InlineData(HttpStatusCode.Unauthorized, """{"result":false,"errorCode":"GSOBJ_1024","errorDesc":"Oops"}""", "application/json")]
    public async Task A_probe_of_the_offset_that_fails_does_not_count_as_a_tenant_that_honors_offsets(HttpStatusCode status, string body, string type)
    {
        using var fixture = new QueryFixture();
        fixture.Wire.Answer(StubHandler.Envelope("""[{"Name":"a"}]"""));
        for (var call = 0; call < 10; call++)
        {
            fixture.Wire.Answer(status, body, answer => answer.Content = new StringContent(body, null, type));
        }

        var read = () => fixture.Companies.Select(CompanyFields.Name).Skip(1).Take(1).ToListAsync();

        (await read.Should().ThrowAsync<GainsightApiException>()).Which.StatusCode.Should().Be(status);
    }

    [Fact]
    public async Task A_tenant_that_refuses_the_probe_of_the_offset_is_not_one_that_ignores_offsets()
    {
        using var fixture = new QueryFixture();
        fixture.Wire.Answer(StubHandler.Envelope("""[{"Name":"a"}]"""));
        fixture.Wire.Answer(HttpStatusCode.BadRequest, """{"result":false,"errorCode":"GSOBJ_1002","errorDesc":"The offset is too large"}""");

        (await fixture.Companies.Select(CompanyFields.Name).Skip(1).Take(1).ToListAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_block_of_values_that_is_refused_in_the_middle_is_read_again_without_doubled_rows()
    {
        using var fixture = new QueryFixture();
        var name = Field.Custom<string>("Name");
        fixture.Wire
            .Answer(StubHandler.Envelope("""[{"Name":"a"},{"Name":"b"}]"""))
            .Answer(HttpStatusCode.BadRequest, """{"result":false,"errorCode":"GSOBJ_1008"}""")
            .Answer(StubHandler.Envelope("""[{"Name":"a"},{"Name":"b"}]"""))
            .Answer(StubHandler.Envelope("[]"));

        var rows = await fixture.Client.Objects("survey").Query().Select(name).GetManyAsync(name, ["a", "b"]);

        rows.Select(row => row["Name"]).Should().Equal("a", "b");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_large_page_that_comes_again_and_again_ends_the_read(bool byOffset)
    {
        using var fixture = new QueryFixture();
        const int rows = 3 * ReadOptions.MaxPageSize;
        fixture.Wire.Answer(StubHandler.Envelope($"[{string.Join(',', Enumerable.Range(0, rows).Select(i => $$"""{"Gsid":"1P{{i:00000}}"}"""))}]"));
        var query = fixture.Companies.Select(CompanyFields.Gsid);
        List<string?> read = [];

        var readAll = async () =>
        {
            await foreach (var row in (byOffset ? query.OrderBy(CompanyFields.Gsid) : query).ReadAsync())
            {
                read.Add(row.Gsid);
                fixture.Wire.Sent.Count.Should().BeLessThan(10);
            }
        };

        await readAll.Should().ThrowAsync<GainsightProtocolException>().WithMessage("*ignores the offset*");
        read.Should().OnlyHaveUniqueItems().And.HaveCount(rows);
    }
}
