using System.Text.Json;
using Gainsight.Client.Tests.Query;

namespace Gainsight.Client.Tests.Users;

public sealed class UserPageTests
{
    [Theory]
    [InlineData(20, 20)]
    [InlineData(1000, 20)]
    [InlineData(50, 50)]
    public async Task A_count_of_the_page_does_not_end_a_list_of_all_users(int asked, int returned)
    {
        const int all = 100;
        using var fixture = new QueryFixture();
        fixture.Wire.Do((_, _) =>
        {
            var sent = fixture.Wire.Sent[^1];
            var (page, limit) = Page(sent.Body!);
            int[] users = [.. Enumerable.Range(0, all).Skip(page * limit).Take(Math.Min(limit, returned))];
            var rows = string.Join(',', users.Select(i => $$"""{"Gsid":"1P{{i:0000}}","Name":"user {{i}}"}"""));
            return Task.FromResult(StubHandler.Json(System.Net.HttpStatusCode.OK, StubHandler.Envelope($$"""{"content":[{{rows}}],"count":{{users.Length}}}""")));
        });

        List<User> listed = [];
        await foreach (var user in fixture.Client.Users.ListAllAsync(fixture.Client.Users.Query(), asked))
        {
            listed.Add(user);
        }

        listed.Select(user => user.Gsid).Should().OnlyHaveUniqueItems().And.HaveCount(all);
    }

    [Theory]
    [InlineData("""{"content":[{"Name":"a"}],"count":1}""", null)]
    [InlineData("""{"content":[{"Name":"a"}],"count":7}""", 7)]
    [InlineData("""{"content":[{"Name":"a"}],"total":1,"count":1}""", 1)]
    [InlineData("""{"content":[],"count":0}""", 0)]
    [InlineData("""{"users":[{"Name":"a"}],"totalCount":1}""", 1)]
    public async Task A_count_is_the_total_unless_it_may_be_that_of_the_page(string data, int? total)
    {
        using var fixture = new QueryFixture();
        fixture.Wire.Answer(StubHandler.Envelope(data));

        (await fixture.Client.Users.ListAsync(fixture.Client.Users.Query(), page: 0, pageSize: 10)).Total.Should().Be(total);
    }

    private static (int Page, int Limit) Page(string body)
    {
        using var sent = JsonDocument.Parse(body);
        return (sent.RootElement.GetProperty("page").GetInt32(), sent.RootElement.GetProperty("limit").GetInt32());
    }
}
