using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Writes;

namespace Gainsight.Client.IntegrationTests.Users;

public sealed class UserInsertTests
{
    [Fact]
    public async Task Users_are_created_50_per_call_with_their_lookups()
    {
        await using var tenant = await Tenant.StartAsync();
        var acme = tenant.Companies.Insert(("Name", "Acme"));
        var users = TenantUsers.Many(60);
        users.ForEach(user => user.SetLookup(UserFields.Manager, UserFields.Email, "rhea@northwind.example"));
        var guest = new User { Name = "Guest", SystemType = "External", Email = "guest@acme.example" };
        guest.SetLookup(UserFields.CompanyId, CompanyFields.Name, "Acme");

        var report = await tenant.CreateClient().Users.InsertAsync([.. users, guest]);

        report.Inserted.Should().HaveCount(61).And.OnlyContain(row => tenant.Users().Find(row.Gsid!) != null);
        report.Rows.Should().OnlyContain(row => Equals(tenant.Users().Find(row.Gsid!)!["Email"], row.Record.Email));
        tenant.Users().Rows.Count(row => Equals(row["Manager"], tenant.Named("rhea@northwind.example").Gsid)).Should().Be(60);
        tenant.Users().Rows.Single(row => Equals(row["Name"], "Guest"))["CompanyID"].Should().Be(acme);
        tenant.Calls(EmulatorOperations.UserCreate).Should().Be(3);
    }

    [Theory]
    [InlineData(UserErrorForm.DataErrors, true, RefusalStatus.BadRequest)]
    [InlineData(UserErrorForm.DataErrors, false, RefusalStatus.BadRequest)]
    [InlineData(UserErrorForm.DataErrors, true, RefusalStatus.OkWithResultFalse)]
    [InlineData(UserErrorForm.DataErrors, false, RefusalStatus.OkWithResultFalse)]
    [InlineData(UserErrorForm.Records, true, RefusalStatus.BadRequest)]
    [InlineData(UserErrorForm.Records, false, RefusalStatus.BadRequest)]
    [InlineData(UserErrorForm.Records, true, RefusalStatus.OkWithResultFalse)]
    public async Task Refused_users_are_named_and_the_others_are_created(UserErrorForm form, bool atomic, RefusalStatus status)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.RefusalStatus = status;
        (tenant.Emulator.Switches.UserErrors, tenant.Emulator.Switches.UserCallsAreAtomic) = (form, atomic);
        var users = TenantUsers.Many(50);
        users[7].LicenseType = "Platinum";
        users[31].SfdcUserName = "rhea@northwind.example";

        var report = await tenant.CreateClient().Users.InsertAsync(users);

        report.Failed.Select(row => (row.Index, row.Errors[0].Field)).Should().Equal((7, "LicenseType"), (31, "SFDCUserName"));
        report.Inserted.Should().HaveCount(48);
        tenant.Users().Count.Should().Be(5 + 48);
        tenant.Calls(EmulatorOperations.UserCreate).Should().Be(atomic ? 2 : 1);
    }

    [Fact]
    public async Task A_refusal_that_names_no_user_costs_few_calls_and_no_user_is_lost()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.UserErrors = UserErrorForm.None;
        var users = TenantUsers.Many(50);
        users[49].LicenseType = "Platinum";

        var report = await tenant.CreateClient().Users.InsertAsync(users);

        tenant.Calls(EmulatorOperations.UserCreate).Should().BeLessThanOrEqualTo(8);
        report.Failed.Should().Contain(row => row.Index == 49).And.OnlyContain(row => row.Errors.Any(error => error.Code == "GU_2401"));
        report.Inserted.Select(row => row.Record.SfdcUserName).Should().BeEquivalentTo(
            tenant.Users().Rows.Select(row => (string)row["SFDCUserName"]!).Where(name => name.StartsWith("user", StringComparison.Ordinal)));
        (report.Inserted.Count + report.Failed.Count).Should().Be(50);
    }

    public static TheoryData<string, string> Incomplete => new()
    {
        { "no user name", "SFDCUserName" },
        { "no e-mail", "Email" },
        { "no name", "Name" },
        { "first name alone", "Name" },
        { "external without company", "CompanyID" },
        { "external licence without company", "CompanyID" },
        { "own manager by e-mail", "Manager" },
    };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public async Task An_invalid_user_fails_before_any_call(string what, string field)
    {
        await using var tenant = await Tenant.StartAsync();
        var user = TenantUsers.One(1);
        Action spoil = what switch
        {
            "no user name" => () => user.Unset(UserFields.SfdcUserName),
            "no e-mail" => () => user.Email = "",
            "no name" => () => TenantUsers.Unname(user),
            "first name alone" => () => user.Unset(UserFields.LastName),
            "external without company" => () => user.SystemType = "External",
            "external licence without company" => () => user.LicenseType = "External",
            _ => () => user.SetLookup(UserFields.Manager, UserFields.Email, TenantUsers.Name(1)),
        };
        spoil();

        var report = await tenant.CreateClient().Users.InsertAsync([user]);

        report.Failed.Should().ContainSingle().Which.Errors.Should().ContainSingle().Which.Field.Should().Be(field);
        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task New_users_can_be_verified_by_several_keys()
    {
        await using var tenant = await Tenant.StartAsync();

        var report = await tenant.CreateClient().Users.InsertAsync(
            TenantUsers.Many(2), new WriteOptions { VerifyBy = IdentifierKeys.Create([UserFields.Email, UserFields.SfdcUserName]) });

        report.Inserted.Should().HaveCount(2);
        tenant.Users().Rows.Count(row => ((string?)row["Email"])?.StartsWith("user00", StringComparison.Ordinal) == true).Should().Be(2);
    }

    [Fact]
    public async Task A_duplicate_user_name_in_the_input_is_created_once()
    {
        await using var tenant = await Tenant.StartAsync();

        var report = await tenant.CreateClient().Users.InsertAsync([TenantUsers.One(1), TenantUsers.One(2), TenantUsers.One(1)]);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Inserted, RowStatus.Failed);
        report.Failed[0].Errors[0].Code.Should().Be(RecordErrorCodes.AlreadyExists);
        tenant.Users().Count.Should().Be(7);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_super_admin_flag_is_never_sent(bool ignores)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.IgnoresIsSuperAdmin = ignores;
        var user = TenantUsers.One(1);
        user.Set(UserFields.IsSuperAdmin, true);

        var report = await tenant.CreateClient().Users.InsertAsync([user]);

        report.AllSucceeded.Should().BeTrue("the tenant refuses a user with the flag");
        tenant.Named(TenantUsers.Name(1))["IsSuperAdmin"].Should().NotBe(true);
    }

    [Theory]
    [InlineData(FaultKind.CutAfterCommit)]
    [InlineData(FaultKind.CutBeforeRead)]
    [InlineData(FaultKind.ServerErrorAfterCommit)]
    public async Task Users_whose_answer_is_lost_are_looked_up_by_their_user_names_if_the_caller_says_so(FaultKind kind)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(kind) { Operation = EmulatorOperations.UserCreate, Count = 1 });

        var report = await tenant.CreateClient().Users.InsertAsync(TenantUsers.Many(20), new WriteOptions { VerifyBy = UserFields.SfdcUserName });

        report.Inserted.Should().HaveCount(20);
        tenant.Users().Count.Should().Be(25);
    }

    [Fact]
    public async Task User_calls_wait_for_their_own_hourly_window()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Limits.UserCallsPerHour = 1;
        var gainsight = tenant.CreateClient(options => options.Quota.SetLimit("users-hour", 1));

        var report = await gainsight.Users.InsertAsync(TenantUsers.Many(100));

        report.Inserted.Should().HaveCount(100);
        report.Elapsed.Should().BeGreaterThan(TimeSpan.FromMinutes(50));
        tenant.Emulator.Requests.Snapshot().Should().OnlyContain(call => call.Status == 200);
    }

    [Fact]
    public async Task A_throttled_call_is_retried_when_its_window_opens()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.Throttle = ThrottleForm.UserManagement;
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Throttle) { Operation = EmulatorOperations.UserCreate, Count = 1 });

        var report = await tenant.CreateClient().Users.InsertAsync(TenantUsers.Many(2));

        report.Inserted.Should().HaveCount(2);
        tenant.Emulator.Requests.Snapshot().Select(call => call.Status).Should().Equal(429, 200);
    }

    [Fact]
    public async Task The_outcomes_of_a_stream_of_users_keep_their_order_and_an_email_is_sent_on_request()
    {
        await using var tenant = await Tenant.StartAsync();
        Intercept? wire = null;
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = wire = new Intercept(options.PrimaryHandler!));

        List<RowOutcome<User>> rows = [];
        await foreach (var row in gainsight.Users.InsertStreamAsync(TenantUsers.Many(60)))
        {
            rows.Add(row);
        }

        await gainsight.Users.InsertAsync(TenantUsers.Many(1, first: 60), notify: true, new WriteOptions());

        rows.Select(row => row.Index).Should().Equal(Enumerable.Range(0, 60).Select(i => (long)i));
        rows.Should().OnlyContain(row => row.Status == RowStatus.Inserted);
        wire!.Sent.Select(call => call.Path.Split('?')[1]).Should().Equal("notify=false", "notify=false", "notify=true");
    }
}
