using System.Text;
using System.Text.Json.Nodes;
using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Writes;

namespace Gainsight.Client.IntegrationTests.Users;

public sealed class UserListAllTests
{
    [Theory]
    [InlineData(UserListForm.RecordsAndTotal, 3)]
    [InlineData(UserListForm.BareArray, 4)]
    public async Task Users_are_listed_over_all_pages(UserListForm form, int calls)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.UserList = form;
        var gainsight = tenant.CreateClient();
        await gainsight.Users.InsertAsync(TenantUsers.Many(45));
        var query = gainsight.Users.Query().Select(UserFields.Email).Where(UserFields.Email.Contains("example.com"));

        var users = await gainsight.Users.ListAllAsync(query, pageSize: 20).ToListAsync();

        users.Select(user => user.Email).Should().BeEquivalentTo(Enumerable.Range(0, 45).Select(TenantUsers.Name));
        tenant.Calls(EmulatorOperations.UserList).Should().Be(calls);
    }

    [Theory]
    [InlineData(UserListForm.RecordsAndTotal)]
    [InlineData(UserListForm.BareArray)]
    public async Task A_tenant_that_returns_smaller_pages_loses_no_user(UserListForm form)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.UserList = form;
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new ListHook(options.PrimaryHandler!, list => list["limit"] = Math.Min(10, (int)list["limit"]!)));
        await gainsight.Users.InsertAsync(TenantUsers.Many(35));
        var query = gainsight.Users.Query().Where(UserFields.Email.Contains("example.com"));

        var users = await gainsight.Users.ListAllAsync(query).ToListAsync();

        users.Select(user => user.Email).Should().OnlyHaveUniqueItems().And.HaveCount(35);
    }

    [Fact]
    public async Task A_tenant_that_ignores_the_page_number_is_an_error()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.UserList = UserListForm.BareArray;
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new ListHook(options.PrimaryHandler!, list => list["page"] = 0));
        var read = new List<User>();

        var act = async () =>
        {
            await foreach (var user in gainsight.Users.ListAllAsync(gainsight.Users.Query(), pageSize: 5))
            {
                read.Add(user);
            }
        };

        (await act.Should().ThrowAsync<GainsightProtocolException>()).WithMessage("The list of users is incomplete: a page has only users of earlier pages.*");
        read.Should().HaveCount(5);
    }

    /// <summary>Changes the body of each call that lists users.</summary>
    private sealed class ListHook(HttpMessageHandler inner, Action<JsonObject> change) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath.EndsWith("/list", StringComparison.Ordinal))
            {
                var body = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!.AsObject();
                change(body);
                request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }
}
