using WorkflowActions;

namespace Gainsight.Client.Samples.Tests;

/// <summary>Arguments of the sample WorkflowActions that are empty, or that the tenant refuses.</summary>
public sealed class WorkflowInputTests : IDisposable
{
    private readonly TestTenant _tenant = new("WorkflowActions");
    private readonly StringWriter _output = new();

    [Theory]
    [InlineData("read-companies", """{"select":[null]}""", "select must be an array of field names")]
    [InlineData("read-companies", """{"select":["Name"," "]}""", "select must be an array of field names")]
    [InlineData("read-companies", """{"select":[5]}""", "select must be an array of field names")]
    [InlineData("update-company", """{"keys":"","records":{"Name":"A"}}""", "keys must be the names of 1 to 3 fields")]
    [InlineData("update-company", """{"keys":",","records":{"Name":"A"}}""", "keys must be the names of 1 to 3 fields")]
    [InlineData("update-company", """{"keys":"Name,","records":{"Name":"A"}}""", "keys must be the names of 1 to 3 fields")]
    [InlineData("poll", """{"object":"","since":""}""", "object must be the API name of an object")]
    [InlineData("list-tasks", """{"cta":""}""", "cta must be the GSID of a CTA")]
    [InlineData("create-company", """{"map":{"":"Name"},"records":{"x":1}}""", "map must be an object that says which field")]
    [InlineData("create-company", """{"map":{"x":""},"records":{"x":1}}""", "map must be an object that says which field")]
    [InlineData("create-company", """{"map":{"x":5},"records":{"x":1}}""", "map must be an object that says which field")]
    public async Task An_argument_with_an_empty_name_is_named(string action, string json, string told)
    {
        (await FluentActions.Awaiting(() => RunAsync(action, json)).Should().ThrowAsync<ArgumentException>()).WithMessage($"*{told}*");

        _tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Theory]
    [InlineData("list-tasks", """{"cta":"nope"}""", "No CTA has the GSID.")]
    [InlineData("fetch-ctas", """{"where":{"conditions":[{"name":"Name","alias":"A","value":["x"],"operator":"LIKES"}],"expression":"A"}}""", "Check the API names, the operators and the values.")]
    public async Task What_the_tenant_refuses_is_told_with_a_reason(string action, string json, string told) =>
        (await FluentActions.Awaiting(() => RunAsync(action, json)).Should().ThrowAsync<GainsightException>()).WithMessage($"*{told}*");

    [Fact]
    public async Task A_lookup_that_finds_nobody_is_told_with_the_lookup_and_the_remedy()
    {
        (await RunAsync("create-company", """{"records":{"Name":"Group","Csm__gr.Email":"nobody@northwind.example"}}""")).Should().BeFalse();

        _output.ToString().Should().Contain("matches the lookup of Csm. Create the row first, or correct the value.").And.NotContain("please re-check your request");
    }

    [Theory]
    [InlineData("create-company", """{"records":[]}""", "  records is empty: nothing was done.")]
    [InlineData("delete-company", """{"ids":[]}""", "  ids is empty: nothing was done.")]
    public async Task An_empty_list_is_told(string action, string json, string told)
    {
        (await RunAsync(action, json)).Should().BeTrue();

        _output.ToString().TrimEnd().Should().Be(told);
    }

    public void Dispose()
    {
        _tenant.Dispose();
        _output.Dispose();
    }

    private async Task<bool> RunAsync(string action, string json) =>
        (await new Workflow(_ => _tenant.Gainsight, _output).RunAsync(action, json, null, CancellationToken.None)).Succeeded;
}
