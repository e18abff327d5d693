namespace Gainsight.Client.Tests;

public sealed class RouteTableTests
{
    [Theory]
    [InlineData("Company", "/v1/data/objects/Company/1P02A1")]
    [InlineData("Asset__gc", "/v1/data/objects/Asset__gc/1P02A1")]
    [InlineData("a/b?c#d e", "/v1/data/objects/a%2Fb%3Fc%23d%20e/1P02A1")]
    [InlineData("é", "/v1/data/objects/%C3%A9/1P02A1")]
    [InlineData("..%2f", "/v1/data/objects/..%252f/1P02A1")]
    public void Names_are_escaped_into_the_path(string name, string expected)
    {
        var path = Fill(Operation.RecordsDelete, name, "1P02A1");

        path.Should().Be(expected);
        new Uri(new Uri("https://a.example/"), path).AbsolutePath.Should().Be(expected);
    }

    [Theory]
    [InlineData(null, "1P")]
    [InlineData("", "1P")]
    [InlineData("  ", "1P")]
    [InlineData(".", "1P")]
    [InlineData("..", "1P")]
    [InlineData("Company", null)]
    [InlineData("Company", "")]
    [InlineData("Company", "..")]
    public void A_value_that_would_change_the_path_to_another_call_is_refused(string? name, string? id) =>
        FluentActions.Invoking(() => Fill(Operation.RecordsDelete, name, id)).Should().Throw<ArgumentException>().WithMessage("Records.Delete needs *");

    [Fact]
    public void A_query_is_appended_to_the_query_of_the_route()
    {
        var route = new RouteTable.Route(HttpMethod.Get, Operation.MetadataDescribe.Template);
        var request = new ApiRequest { Operation = Operation.MetadataDescribe, Object = "company", Query = "ic=false" };

        route.Fill(request).Should().Be("/v1/meta/services/objects/company/describe?idd=true&ic=false");
    }

    [Fact]
    public void The_address_is_that_of_the_call_whatever_was_called_before()
    {
        var table = RouteTable.Build(new Dictionary<string, string>());
        RouteTable.Route query = table.Of(Operation.RecordsQuery), delete = table.Of(Operation.RecordsDelete), describe = table.Of(Operation.MetadataDescribe);
        var host = new Uri("https://acme.example/");

        string[] addresses =
        [
            .. new[] { "Company", "Company", "Asset__gc", "Company", "company" }
                .Select(name => query.Address(host, new ApiRequest { Operation = Operation.RecordsQuery, Object = name }).AbsoluteUri),
            .. new[] { "1P01", "1P02", "1P01" }
                .Select(id => delete.Address(host, new ApiRequest { Operation = Operation.RecordsDelete, Object = "Company", Id = id }).AbsoluteUri),
            .. new[] { "ic=false", null, "ic=true" }
                .Select(text => describe.Address(host, new ApiRequest { Operation = Operation.MetadataDescribe, Object = "Company", Query = text }).AbsoluteUri),
            query.Address(new Uri("https://other.example/"), new ApiRequest { Operation = Operation.RecordsQuery, Object = "company" }).AbsoluteUri,
        ];

        addresses.Should().Equal(
            "https://acme.example/v1/data/objects/query/Company",
            "https://acme.example/v1/data/objects/query/Company",
            "https://acme.example/v1/data/objects/query/Asset__gc",
            "https://acme.example/v1/data/objects/query/Company",
            "https://acme.example/v1/data/objects/query/company",
            "https://acme.example/v1/data/objects/Company/1P01",
            "https://acme.example/v1/data/objects/Company/1P02",
            "https://acme.example/v1/data/objects/Company/1P01",
            "https://acme.example/v1/meta/services/objects/Company/describe?idd=true&ic=false",
            "https://acme.example/v1/meta/services/objects/Company/describe?idd=true",
            "https://acme.example/v1/meta/services/objects/Company/describe?idd=true&ic=true",
            "https://other.example/v1/data/objects/query/company");
    }

    [Fact]
    public void Every_operation_has_a_route_of_its_own()
    {
        var table = RouteTable.Build(new Dictionary<string, string>());

        foreach (var operation in Operation.All)
        {
            table.Of(operation).Template.Should().Be(operation.Template);
            table.Of(operation).Method.Should().Be(operation.Method);
        }
    }

    [Theory]
    [InlineData("Records.Upsert", "/v1/x", "*'Records.Upsert', which is not an operation*can be replaced are*CustomerGoals.Update*case-sensitive*")]
    [InlineData("records.query", "/v1/x", "*which is not an operation*")]
    [InlineData("Authentication.Token", "/v1/x", "*'Authentication.Token', whose route cannot be replaced*")]
    public void An_override_must_name_an_operation_other_than_the_request_of_a_token(string name, string route, string problem)
    {
        var overrides = new Dictionary<string, string> { [name] = route };

        RouteTable.Problems(overrides).Should().ContainSingle().Which.Should().Match(problem);
        FluentActions.Invoking(() => RouteTable.Build(overrides)).Should().Throw<ArgumentException>().WithMessage(problem);
    }

    [Theory]
    [InlineData("/v2/{object}/{id}", null)]
    [InlineData("/v2/{id}/of/{object}?x=1", null)]
    [InlineData("/v2/{object}", "*lacks the placeholder {id}*")]
    [InlineData("/v2/{object}/{id}/{key}", "*placeholder {key} is not one of*")]
    [InlineData("/v2/../{object}/{id}", "*the segment*")]
    [InlineData("v2/{object}/{id}", "*must begin with one slash*")]
    [InlineData("//evil.example/{object}/{id}", "*must begin with one slash*")]
    [InlineData("https://evil.example/{object}/{id}", "*must begin with one slash*")]
    [InlineData("/v2/{object}/ {id}", "*white space*")]
    [InlineData("PUT /v2/{object}/{id}", null)]
    [InlineData("POST /v2/{object}", "*lacks the placeholder {id}*")]
    [InlineData("PATCH /v2/{object}/{id}", "*verb that is not one of GET, POST, PUT, DELETE*")]
    [InlineData("post /v2/{object}/{id}", "*verb that is not one of GET, POST, PUT, DELETE*")]
    [InlineData("POST  /v2/{object}/{id}", "*must begin with one slash*")]
    [InlineData("POST https://evil.example/{object}/{id}", "*must begin with one slash*")]
    [InlineData("POST", "*must begin with one slash*")]
    [InlineData(" /v2/{object}/{id}", "*must begin with one slash*")]
    [InlineData("/\\evil.example/{object}/{id}", "*white space*")]
    public void A_route_that_replaces_another_must_have_its_placeholders_and_a_valid_form(string route, string? problem)
    {
        var found = RouteTable.Problem(route, "/v1/data/objects/{object}/{id}");

        if (problem is null)
        {
            found.Should().BeNull();
        }
        else
        {
            found.Should().Match(problem);
        }
    }

    [Theory]
    [InlineData("/v1/own/update", "PUT", "/v1/own/update")]
    [InlineData("POST /v1/own/update", "POST", "/v1/own/update")]
    [InlineData("DELETE /v1/own/update?x=1", "DELETE", "/v1/own/update?x=1")]
    public void An_override_may_name_the_verb_and_keeps_it_otherwise(string route, string verb, string path)
    {
        var own = RouteTable.Build(new Dictionary<string, string> { ["CustomerGoals.Update"] = route }).Of(Operation.CustomerGoalsUpdate);

        (own.Method.Method, own.Template).Should().Be((verb, path));
    }

    private static string Fill(Operation operation, string? name, string? id) =>
        new RouteTable.Route(operation.Method, operation.Template).Fill(new ApiRequest { Operation = operation, Object = name, Id = id });
}
