using System.Net;
using System.Text.Json;

namespace Gainsight.Client.Emulator.Tests;

public sealed class QueryTests
{
    [Theory]
    [InlineData("A", "a,b,c,d")]
    [InlineData("A AND B", "a,b")]
    [InlineData("B OR C", "a,b,c")]
    [InlineData("B AND C OR D", "d")]
    [InlineData("D OR B AND C", "d")]
    [InlineData("A AND (B OR C)", "a,b,c")]
    [InlineData("(A)AND((B))", "a,b")]
    [InlineData("A  AND\tB", "a,b")]
    public async Task An_expression_joins_conditions_and_AND_binds_tighter(string expression, string expected)
    {
        using var tenant = Four();

        var answer = await Where(tenant, expression);

        string.Join(',', answer.Texts("Name")).Should().Be(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("X")]
    [InlineData("A AND")]
    [InlineData("AND A")]
    [InlineData("A B")]
    [InlineData("A and B")]
    [InlineData("(A")]
    [InlineData("A)")]
    [InlineData("()")]
    [InlineData("NOT A")]
    public async Task An_expression_that_is_not_well_formed_is_refused(string expression)
    {
        using var tenant = Four();

        var answer = await Where(tenant, expression);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""{"select":[]}""")]
    [InlineData("""{"select":"Name"}""")]
    [InlineData("""{"select":["Name"],"where":{"conditions":[]}}""")]
    [InlineData("""{"select":["Name"],"where":{"expression":"A"}}""")]
    [InlineData("""{"select":["Name"],"where":[]}""")]
    [InlineData("""{"select":["Name"],"orderBy":["Name"]}""")]
    [InlineData("""{"select":["Name"],"orderBy":{"Name":"ASC"}}""")]
    [InlineData("""{"select":["Name"],"orderBy":{"Name":1}}""")]
    [InlineData("""{"select":["Name"],"orderBy":{"Tags":"asc"}}""")]
    [InlineData("""{"select":["Name"],"limit":0}""")]
    [InlineData("""{"select":["Name"],"limit":-1}""")]
    [InlineData("""{"select":["Name"],"limit":5001}""")]
    [InlineData("""{"select":["Name"],"limit":"10"}""")]
    [InlineData("""{"select":["Name"],"limit":1.5}""")]
    [InlineData("""{"select":["Name"],"offset":-1}""")]
    public async Task A_query_of_the_wrong_shape_is_refused(string body)
    {
        using var tenant = Four();

        var answer = await tenant.QueryAsync("Company", body);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Code.Should().Be("GSOBJ_1009");
    }

    [Theory]
    [InlineData("""{"select":["*"]}""")]
    [InlineData("""{"select":["Nope__gc"]}""")]
    [InlineData("""{"select":[5]}""")]
    [InlineData("""{"select":["Csm__gr.Nope"]}""")]
    [InlineData("""{"select":["Name"],"orderBy":{"Nope":"asc"}}""")]
    public async Task An_unknown_field_is_refused_wherever_it_appears(string body)
    {
        using var tenant = Four();

        var answer = await tenant.QueryAsync("Company", body);

        answer.Code.Should().Be("GSOBJ_1002");
    }

    [Fact]
    public async Task An_unknown_object_is_refused()
    {
        using var tenant = new Tenant();

        var answer = await tenant.QueryAsync("Nothing__gc", """{"select":["Name"]}""");

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Description.Should().Be("Requested object not found.");
    }

    [Fact]
    public async Task A_row_has_the_selected_keys_as_they_were_spelt_and_dot_paths_flat()
    {
        using var tenant = new Tenant();
        var rhea = tenant.Users.Rows.Single(row => (string)row["FirstName"]! == "Rhea").Gsid;
        var parent = tenant.Companies.Insert(("Name", "Parent"), ("Csm", rhea));
        _ = tenant.Companies.Insert(("Name", "Child"), ("ParentCompany", parent), ("Stage", "Launched"));

        var answer = await tenant.QueryAsync("Company", """
            {"select":["name","Stage","ParentCompany__gr.Csm__gr.Email","Csm__gr.Name"],"orderBy":{"ParentCompany__gr.Name":"desc"},"limit":1}
            """);

        answer.Records.Single().GetRawText().Should().Be(
            $$"""{"name":"Child","Stage":"{{tenant.Companies.Field("Stage").Picklist!.Find("Launched")!.Gsid}}","ParentCompany__gr.Csm__gr.Email":"rhea@northwind.example","Csm__gr.Name":null}""");
    }

    [Theory]
    [InlineData("""{"Employees":"asc","Name":"desc"}""", "d,b,a,c")]
    [InlineData("""{"Name":"desc"}""", "d,c,b,a")]
    [InlineData("""{"Industry":"asc","Name":"asc"}""", "c,d,a,b")]
    public async Task Rows_are_ordered_by_several_keys_in_the_order_of_the_object(string orderBy, string expected)
    {
        using var tenant = Four();

        var answer = await tenant.QueryAsync("Company", $$"""{"select":["Name"],"orderBy":{{orderBy}}}""");

        string.Join(',', answer.Texts("Name")).Should().Be(expected);
    }

    [Fact]
    public async Task Pages_by_offset_cover_all_rows_in_order()
    {
        using var tenant = Four();
        var names = new List<string?>();

        for (var offset = 0; offset < 6; offset += 3)
        {
            var page = await tenant.QueryAsync("Company", $$"""{"select":["Name"],"orderBy":{"Name":"asc"},"limit":3,"offset":{{offset}}}""");
            names.AddRange(page.Texts("Name"));
        }

        names.Should().Equal("a", "b", "c", "d");
    }

    [Fact]
    public async Task Pages_by_id_cover_all_rows_and_ids_do_not_follow_the_order_of_inserts()
    {
        using var tenant = new Tenant();
        List<string> inserted = [.. Enumerable.Range(0, 25).Select(i => tenant.Companies.Insert(("Name", $"c{i}")))];
        var read = new List<string?>();
        var last = "";

        while (true)
        {
            var where = last.Length == 0 ? "" : $$$""","where":{"conditions":[{"name":"Gsid","alias":"A","operator":"GT","value":["{{{last}}}"]}],"expression":"A"}""";
            var page = await tenant.QueryAsync("Company", $$$"""{"select":["Gsid"]{{{where}}},"orderBy":{"Gsid":"asc"},"limit":10}""");
            read.AddRange(page.Texts("Gsid"));
            if (page.Records.Count < 10)
            {
                break;
            }

            last = read[^1]!;
        }

        read.Should().Equal(inserted.Order(StringComparer.Ordinal));
        inserted.Should().NotBeInAscendingOrder(StringComparer.Ordinal);
    }

    [Fact]
    public async Task Without_a_limit_a_query_returns_5000_rows()
    {
        using var tenant = new Tenant();
        for (var i = 0; i < 5001; i++)
        {
            _ = tenant.Companies.Insert(("Name", "c"));
        }

        var answer = await tenant.QueryAsync("Company", """{"select":["Gsid"]}""");

        answer.Records.Should().HaveCount(5000);
        tenant.Emulator.Requests.Snapshot().Single().RecordCount.Should().Be(5000);
    }

    [Fact]
    public async Task A_query_that_finds_nothing_has_an_empty_list()
    {
        using var tenant = new Tenant();

        var answer = await tenant.QueryAsync("Company", """{"select":["Gsid"]}""");

        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.Data.GetRawText().Should().Be("""{"records":[]}""");
        answer.Json.EnumerateObject().Select(member => member.Name).Should().Equal("result", "errorCode", "errorDesc", "requestId", "data", "message");
        answer.Json.GetProperty("errorCode").ValueKind.Should().Be(JsonValueKind.Null);
    }

    private static Task<Answer> Where(Tenant tenant, string expression) => tenant.QueryAsync("Company", $$$"""
        {"select":["Name"],"orderBy":{"Name":"asc"},"where":{"expression":"{{{expression.Replace("\t", "\\t", StringComparison.Ordinal)}}}","conditions":[
          {"name":"Name","alias":"A","operator":"IS_NOT_NULL","value":[]},
          {"name":"Name","alias":"B","operator":"IN","value":["a","b"]},
          {"name":"Name","alias":"C","operator":"EQ","value":["c"]},
          {"name":"Name","alias":"D","operator":"EQ","value":["d"]}]}}
        """);

    private static Tenant Four()
    {
        var tenant = new Tenant();
        _ = tenant.Companies.Insert(("Name", "b"), ("Employees", 1), ("Industry", "Retail"));
        _ = tenant.Companies.Insert(("Name", "d"));
        _ = tenant.Companies.Insert(("Name", "a"), ("Employees", 1), ("Industry", "Energy"));
        _ = tenant.Companies.Insert(("Name", "c"), ("Employees", 2));
        return tenant;
    }
}
