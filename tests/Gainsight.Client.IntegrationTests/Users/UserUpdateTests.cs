using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Users;

public sealed class UserUpdateTests
{
    [Theory]
    [InlineData("SFDCUserName")]
    [InlineData("Gsid")]
    [InlineData("SfdcUserId")]
    public async Task A_user_is_updated_by_each_of_its_keys(string key)
    {
        await using var tenant = await Tenant.StartAsync();
        var gsid = tenant.Users().Insert(("SFDCUserName", "ada"), ("SfdcUserId", "005000000000001AAA"), ("Name", "Ada"), ("Title", "Old"));
        var change = new User { [key] = key == "Gsid" ? gsid : tenant.Users().Find(gsid)![key], Title = "New" };
        change.SetLookup(UserFields.Manager, UserFields.Email, "rhea@northwind.example");

        var report = await tenant.CreateClient().Users.UpdateAsync([change], (Field)key);

        report.Updated.Should().ContainSingle().Which.Gsid.Should().Be(gsid);
        tenant.Users().Find(gsid)!["Title"].Should().Be("New");
        tenant.Users().Find(gsid)!["Manager"].Should().Be(tenant.Named("rhea@northwind.example").Gsid);
        tenant.Users().Rows.Count(row => Equals(row["Title"], "New")).Should().Be(1);
    }

    [Theory]
    [InlineData("SFDCUserName")]
    [InlineData("Gsid")]
    [InlineData("SfdcUserId")]
    public async Task The_keys_of_updates_have_the_same_data_type_in_describe_and_in_the_model(string key)
    {
        await using var tenant = await Tenant.StartAsync();

        var description = await tenant.CreateClient().Metadata.DescribeAsync("gsuser");

        description.Find(key)!.DataType.Should().Be(UserFields.All.Single(field => field.Name == key).DataType);
    }

    [Theory]
    [InlineData("Email")]
    [InlineData("SFDCUserName,SfdcUserId")]
    public async Task Users_are_updated_only_by_keys_that_Gainsight_supports(string keys)
    {
        await using var tenant = await Tenant.StartAsync();
        var by = IdentifierKeys.Create([.. keys.Split(',').Select(key => new Field<string>(key, default))]);

        await FluentActions.Awaiting(() => tenant.CreateClient().Users.UpdateAsync(TenantUsers.Many(1), by))
            .Should().ThrowAsync<ArgumentException>().WithMessage("*SFDCUserName, Gsid or SfdcUserId*");
        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Theory]
    [InlineData(UserErrorForm.DataErrors, true)]
    [InlineData(UserErrorForm.DataErrors, false)]
    [InlineData(UserErrorForm.Records, true)]
    [InlineData(UserErrorForm.Records, false)]
    public async Task A_missing_user_fails_and_the_others_are_written(UserErrorForm form, bool atomic)
    {
        await using var tenant = await Tenant.StartAsync();
        (tenant.Emulator.Switches.UserErrors, tenant.Emulator.Switches.UserCallsAreAtomic) = (form, atomic);
        var gainsight = tenant.CreateClient();
        await gainsight.Users.InsertAsync(TenantUsers.Many(20));
        List<User> changes = [.. Enumerable.Range(0, 21).Select(i => new User { SfdcUserName = TenantUsers.Name(i), Title = "New" })];

        var report = await gainsight.Users.UpdateAsync(changes, UserFields.SfdcUserName);

        report.Updated.Should().HaveCount(20);
        report.Failed.Should().ContainSingle().Which.Index.Should().Be(20);
        tenant.Users().Rows.Count(row => Equals(row["Title"], "New")).Should().Be(20);
        tenant.Calls(EmulatorOperations.UserUpdate).Should().BeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task Rows_with_the_same_key_are_merged_so_that_no_call_contains_a_user_twice()
    {
        await using var tenant = await Tenant.StartAsync();
        User[] changes =
        [
            new() { SfdcUserName = "rhea@northwind.example", Title = "First", Locale = "de_DE" },
            new() { SfdcUserName = "rhea@northwind.example", Title = "Second" },
        ];

        var report = await tenant.CreateClient().Users.UpdateAsync(changes, UserFields.SfdcUserName);

        report.Updated.Should().HaveCount(2);
        var rhea = tenant.Named("rhea@northwind.example");
        (rhea["Title"], rhea["Locale"]).Should().Be(("Second", "de_DE"));
        tenant.Calls(EmulatorOperations.UserUpdate).Should().Be(1);
    }

    [Fact]
    public async Task No_user_becomes_their_own_manager()
    {
        await using var tenant = await Tenant.StartAsync();
        var rhea = tenant.Named("rhea@northwind.example").Gsid;
        var mei = tenant.Named("mei@northwind.example").Gsid;
        User[] changes =
        [
            new() { Gsid = rhea, Manager = rhea },
            new() { Gsid = mei, Title = "New" },
        ];
        var byName = new User { SfdcUserName = "mei@northwind.example", Manager = mei };
        var gainsight = tenant.CreateClient();

        var byGsid = await gainsight.Users.UpdateAsync(changes, IdentifierKeys.Gsid);
        var calls = tenant.Emulator.Requests.Count;
        var unseen = await gainsight.Users.UpdateAsync([byName], UserFields.SfdcUserName);

        byGsid.Rows.Select(row => row.Status).Should().Equal(RowStatus.Failed, RowStatus.Updated);
        byGsid.Failed[0].Errors[0].Field.Should().Be("Manager");
        calls.Should().Be(1, "the row that fails this check is not sent");
        unseen.Failed.Should().ContainSingle().Which.Errors[0].Code.Should().Be("GU_2410");
    }

    [Fact]
    public async Task An_upsert_updates_existing_users_and_creates_the_others()
    {
        await using var tenant = await Tenant.StartAsync();
        var users = TenantUsers.Many(10);
        users.Add(new User { Email = "mei@northwind.example", Title = "Lead" });

        var report = await tenant.CreateClient().Users.UpsertAsync(users, UserFields.Email);

        report.Inserted.Should().HaveCount(10);
        report.Updated.Should().ContainSingle().Which.Index.Should().Be(10);
        tenant.Named("mei@northwind.example")["Title"].Should().Be("Lead");
        tenant.Users().Count.Should().Be(15);
        tenant.Emulator.Requests.Count.Should().Be(4);
    }

    [Fact]
    public async Task Users_are_deactivated_and_activated_again()
    {
        await using var tenant = await Tenant.StartAsync();
        List<string> gsids = [.. tenant.Users().Rows.Select(row => row.Gsid)];
        var gainsight = tenant.CreateClient();

        var outReport = await gainsight.Users.SetActiveAsync(gsids, isActive: false);
        var locked = tenant.Users().Rows.Count(row => Equals(row["IsActiveUser"], false));
        var inReport = await gainsight.Users.SetActiveAsync(gsids.Take(2), isActive: true);

        outReport.Updated.Should().HaveCount(5);
        locked.Should().Be(5);
        inReport.Updated.Should().HaveCount(2);
        tenant.Users().Rows.Count(row => Equals(row["IsActiveUser"], true)).Should().Be(2);
        tenant.Calls(EmulatorOperations.UserStatus).Should().Be(2);
    }

    [Theory]
    [InlineData(UserErrorForm.DataErrors, true)]
    [InlineData(UserErrorForm.DataErrors, false)]
    [InlineData(UserErrorForm.Records, true)]
    [InlineData(UserErrorForm.Records, false)]
    [InlineData(UserErrorForm.None, true)]
    public async Task A_GSID_of_no_user_fails_alone(UserErrorForm form, bool atomic)
    {
        await using var tenant = await Tenant.StartAsync();
        (tenant.Emulator.Switches.UserErrors, tenant.Emulator.Switches.UserCallsAreAtomic) = (form, atomic);
        string[] gsids = [.. tenant.Users().Rows.Select(row => row.Gsid), "1P01NOBODY", ""];

        var report = await tenant.CreateClient().Users.SetActiveAsync(gsids, isActive: false);

        report.Updated.Should().HaveCount(5);
        report.Failed.Select(row => row.Index).Should().Equal(5, 6);
        tenant.Users().Rows.Should().OnlyContain(row => Equals(row["IsActiveUser"], false));
        tenant.Calls(EmulatorOperations.UserStatus).Should().BeLessThanOrEqualTo(8);
    }
}
