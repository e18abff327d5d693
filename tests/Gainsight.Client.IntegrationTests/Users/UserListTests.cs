using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Users;

public sealed class UserListTests
{
    [Theory]
    [InlineData(UserListForm.RecordsAndTotal)]
    [InlineData(UserListForm.UsersAndTotalCount)]
    [InlineData(UserListForm.ContentAndCount)]
    public async Task Users_are_listed_page_by_page_with_their_total(UserListForm form)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.UserList = form;
        var gainsight = tenant.CreateClient();
        await gainsight.Users.InsertAsync(TenantUsers.Many(45));
        var query = gainsight.Users.Query().Select(UserFields.Email).Where(UserFields.Email.Contains("example.com")).OrderBy(UserFields.Email);

        List<User> users = [];
        for (var page = 0; page < 4; page++)
        {
            var listed = await gainsight.Users.ListAsync(query, page, pageSize: 20);
            listed.Total.Should().Be(45);
            users.AddRange(listed.Users);
        }

        users.Select(user => user.Email).Should().Equal(Enumerable.Range(0, 45).Select(TenantUsers.Name));
        tenant.Calls(EmulatorOperations.UserList).Should().Be(4);
    }

    [Fact]
    public async Task A_bare_list_has_no_total_and_an_empty_result_is_an_empty_page()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.UserList = UserListForm.BareArray;
        var gainsight = tenant.CreateClient();

        var all = await gainsight.Users.ListAsync(gainsight.Users.Query(), page: 0, pageSize: 25);
        var none = await gainsight.Users.ListAsync(gainsight.Users.Query().Where(UserFields.Name.EqualTo("Nobody")), page: 0, pageSize: 25);

        all.Total.Should().BeNull();
        all.Users.Select(user => user.Name).Should().BeEquivalentTo("Rhea Lindqvist", "Tomas Okafor", "Mei Castellan", "Jonas Farrow", "Amara Silva");
        all.Users.Should().OnlyContain(user => user.IsActiveUser == true && user.Gsid != null);
        none.Users.Should().BeEmpty();
    }

    [Fact]
    public async Task Users_can_be_queried_outside_the_limits_of_user_management()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();

        var users = await gainsight.Users.Query().Where(UserFields.IsActiveUser.EqualTo(true)).ToListAsync();
        var rhea = await gainsight.Users.GetAsync(tenant.Named("rhea@northwind.example").Gsid);
        var nobody = await gainsight.Users.GetAsync("1P01NOBODY");

        users.Should().HaveCount(5);
        rhea!.SfdcUserName.Should().Be("rhea@northwind.example");
        nobody.Should().BeNull();
        gainsight.Quota.Windows.Single(window => window.Name == "users-hour").Used.Should().Be(0);
    }

    [Theory]
    [InlineData("""{"items":[{"Gsid":"1P01A"}],"total":1}""")]
    [InlineData("""{"items":[{"Gsid":"1P01A"}]}""")]
    [InlineData("""{"total":1}""")]
    public async Task A_list_of_unknown_form_is_an_error_and_not_an_empty_page(string data)
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Writes.Intercept(options.PrimaryHandler!)
        {
            Answer = (_, status, _) => (status, $$"""{"result":true,"requestId":"r","data":{{data}}}"""),
        });

        var read = () => gainsight.Users.ListAsync(gainsight.Users.Query(), page: 0, pageSize: 25);

        await read.Should().ThrowAsync<GainsightProtocolException>();
    }

    [Fact]
    public async Task An_invalid_list_is_refused_before_any_call()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var query = gainsight.Users.Query();

        await FluentActions.Awaiting(() => gainsight.Users.ListAsync(query, -1, 10)).Should().ThrowAsync<ArgumentOutOfRangeException>();
        await FluentActions.Awaiting(() => gainsight.Users.ListAsync(query, 0, 0)).Should().ThrowAsync<ArgumentOutOfRangeException>();
        await FluentActions.Awaiting(() => gainsight.Users.ListAsync(query.Take(5), 0, 10)).Should().ThrowAsync<ArgumentException>();
        await FluentActions.Awaiting(() => gainsight.Users.ListAsync(tenant.CreateClient().Users.Query(), 0, 10)).Should().ThrowAsync<ArgumentException>();
        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_throttled_list_is_requested_again()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Throttle) { Operation = EmulatorOperations.UserList, Count = 1 });
        var gainsight = tenant.CreateClient();

        var page = await gainsight.Users.ListAsync(gainsight.Users.Query(), 0, 10);

        page.Users.Should().HaveCount(5);
        tenant.Emulator.Requests.Snapshot().Select(call => call.Status).Should().Equal(429, 200);
    }
}
