using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Errors;

/// <summary>What a caller gets for each error code of the gateway and the record API that the emulator knows. For the codes of people, see <see cref="People.PersonErrorTests"/>.</summary>
public sealed class ErrorCodeTests
{
    private static readonly Dictionary<string, (Action<Tenant, GainsightClientOptions> Arrange, Func<GainsightClient, Task> Act, Type Exception)> Calls = new()
    {
        ["GS_APIG_2401"] = ((_, options) => options.Credential = new AccessKeyCredential("wrong"), ReadAsync, typeof(GainsightAuthenticationException)),
        ["GS_APIG_2402"] = ((tenant, _) => tenant.Emulator.RefusesIpAddress = true, ReadAsync, typeof(GainsightAuthenticationException)),
        ["GSOBJ_1024"] = (
            (tenant, options) =>
            {
                tenant.Emulator.Switches.AuthenticationFailure = AuthenticationFailureForm.BadRequest;
                options.Credential = new AccessKeyCredential("wrong");
            },
            ReadAsync,
            typeof(GainsightAuthenticationException)),
        ["GS_APIG_1000"] = (
            (_, options) => options.RouteOverrides["Relationships.Query"] = "/v1/nowhere",
            gainsight => gainsight.Relationships.Query().ToListAsync(),
            typeof(GainsightNotFoundException)),
        ["GS_APIG_2404"] = ((tenant, options) => Throttle(tenant, options, ThrottleForm.Gateway), ReadAsync, typeof(GainsightThrottledException)),
        ["GS_APIG_2404 with 200"] = ((tenant, options) => Throttle(tenant, options, ThrottleForm.GatewayWithStatus200), ReadAsync, typeof(GainsightThrottledException)),
        ["GU_2400"] = ((tenant, options) => Throttle(tenant, options, ThrottleForm.UserManagement), ReadAsync, typeof(GainsightThrottledException)),
        ["GU_1101"] = ((tenant, _) => tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerError)), ReadAsync, typeof(GainsightApiException)),
        ["OBJECT_NOT_FOUND"] = ((_, _) => { }, gainsight => gainsight.Metadata.DescribeAsync("Nowhere__gc"), typeof(GainsightNotFoundException)),
        ["GSOBJ_1023"] = ((_, _) => { }, gainsight => gainsight.Objects("Nowhere__gc").InsertAsync([new ObjectRecord { ["Name"] = "A" }]), typeof(GainsightNotFoundException)),
        ["GSOBJ_1023 read-only"] = ((_, _) => { }, gainsight => gainsight.Objects("GsUser").InsertAsync([new ObjectRecord { ["Name"] = "A" }]), typeof(GainsightValidationException)),
        ["GSOBJ_1009"] = ((_, _) => { }, gainsight => gainsight.Companies.Query().Where(CompanyFields.Name.Compare(Operator.Raw("LIKE"), "A")).ToListAsync(), typeof(GainsightValidationException)),
        ["GSOBJ_1002"] = ((_, _) => { }, gainsight => gainsight.Companies.Query().Select(Field.Custom<string>("Nonsense__gc")).ToListAsync(), typeof(GainsightValidationException)),
        ["GSOBJ_1005"] = (
            (_, _) => { },
            gainsight => gainsight.Companies.Query().Where(Field.Custom<string>("CreatedDate").EqualTo("soon")).ToListAsync(),
            typeof(GainsightValidationException)),
        ["GSOBJ_1006"] = (
            (_, _) => { },
            gainsight => gainsight.Companies.Query().Where(Field.Custom<string>("RenewalDate").EqualTo("soon")).ToListAsync(),
            typeof(GainsightValidationException)),
    };

    public static TheoryData<string> CallCases { get; } = [.. Calls.Keys];

    public static TheoryData<string, string, object?> RowCases { get; } = new()
    {
        { "GSOBJ_1001", "Serial_Number__gc", new string('x', 51) },
        { "GSOBJ_1002", "Nonsense__gc", "x" },
        { "GSOBJ_1005", "Last_Seen__gc", "soon" },
        { "GSOBJ_1006", "Purchased_On__gc", "soon" },
        { "GSOBJ_1007", "In_Use__gc", null },
        { "GSOBJ_1008", "In_Use__gc", "perhaps" },
        { "GSOBJ_1008", "Utilization__gc", "most" },
        { "GSOBJ_1012", "Tier__gc", "gold" },
        { "GSOBJ_1012", "Regions__gc", new[] { "EMEA", "Moon" } },
    };

    [Theory]
    [MemberData(nameof(CallCases))]
    public Task A_refused_call_throws_an_exception_with_its_code(string name) => ShouldThrowAsync(name, html: false);

    [Theory]
    [MemberData(nameof(CallCases))]
    public Task Calls_get_the_error_code_from_a_tenant_that_sends_web_pages_to_clients_that_do_not_accept_JSON(string name) => ShouldThrowAsync(name, html: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Tokens_events_and_rows_get_readable_refusals_from_a_tenant_that_sends_web_pages_to_some_clients(bool html)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.HtmlErrorsWithoutAccept = html;
        GainsightClient gainsight = tenant.CreateClient(), stranger = tenant.CreateClient(options => options.Credential = new ClientCredentialsCredential("no-client", "no-secret"));
        var publisher = new EventCredential(tenant.Emulator.TenantId, "wrong-secret");

        var report = await gainsight.Companies.InsertAsync([new Company { Name = "A", Stage = "Orbiting" }]);

        report.Failed.Should().ContainSingle().Which.Errors.Should().ContainSingle().Which.Code.Should().Be("GSOBJ_1012");
        await stranger.Awaiting(client => client.CheckConnectionAsync()).Should().ThrowAsync<GainsightAuthenticationException>();
        await gainsight.Awaiting(client => client.Events.PublishAsync(publisher, new EventDefinition("Ticket Closed", "1.0.0"), new Dictionary<string, object?>()))
            .Should().ThrowAsync<GainsightAuthenticationException>();
    }

    private static async Task ShouldThrowAsync(string name, bool html)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.HtmlErrorsWithoutAccept = html;
        tenant.Companies.Insert(("Name", "Acme"));
        (var arrange, var act, var exception) = Calls[name];
        var gainsight = tenant.CreateClient(options => arrange(tenant, options));

        var failure = (await gainsight.Awaiting(act).Should().ThrowAsync<GainsightApiException>()).Which;

        failure.ErrorCode.Should().Be(name.Split(' ')[0]);
        failure.Should().BeOfType(exception);
        failure.RequestId.Should().NotBeNullOrEmpty();
    }

    [Theory]
    [MemberData(nameof(RowCases))]
    public async Task A_bad_value_of_a_custom_object_fails_only_its_row_with_its_code(string code, string field, object? value)
    {
        await using var tenant = await Tenant.StartAsync();
        List<ObjectRecord> rows = [.. Enumerable.Range(0, 5).Select(i => new ObjectRecord { ["Name"] = $"A{i}" })];
        rows[2][field] = value;

        var report = await tenant.CreateClient().Objects("Asset__gc").InsertAsync(rows);

        report.Failed.Should().ContainSingle().Which.Should().Match<RowOutcome<ObjectRecord>>(
            row => row.Index == 2 && row.Errors[0].Code == code && row.Errors[0].Field == field && row.Errors[0].Message.Length > 0);
        report.Inserted.Should().HaveCount(4);
    }

    [Fact]
    public async Task A_missing_record_fails_its_row_and_gives_an_empty_query_result()
    {
        await using var tenant = await Tenant.StartAsync();
        var assets = tenant.CreateClient().Objects("Asset__gc");

        var updated = await assets.UpdateAsync([new ObjectRecord { ["Name"] = "A", ["Seats__gc"] = 1 }], Field.Custom<string>("Name"));
        var deleted = await assets.DeleteAsync("1Z01NOBODY00000000000000000000000000");
        List<ObjectRecord> found = [];
        foreach (var form in Enum.GetValues<EmptyResultForm>())
        {
            tenant.Emulator.Switches.EmptyResult = form;
            found.AddRange(await assets.Query().ToListAsync());
        }

        updated.Failed.Should().ContainSingle().Which.Errors[0].Code.Should().Be("GSOBJ_1011");
        deleted.Errors.Should().ContainSingle().Which.Code.Should().Be("GSOBJ_1011");
        found.Should().BeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public async Task A_row_without_a_GSID_fails_before_any_call_instead_of_with_GSOBJ_1004(string? gsid)
    {
        await using var tenant = await Tenant.StartAsync();
        var assets = tenant.CreateClient().Objects("Asset__gc");

        var updated = await assets.UpdateAsync([new ObjectRecord { Gsid = gsid, ["Seats__gc"] = 1 }], IdentifierKeys.Gsid);
        var deleted = await assets.DeleteAsync([gsid!]);

        updated.Failed.Should().ContainSingle().Which.Errors[0].Code.Should().Be(RecordErrorCodes.MissingKey);
        deleted.Failed.Should().ContainSingle().Which.Errors[0].Code.Should().Be(RecordErrorCodes.MissingKey);
        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    private static Task<IReadOnlyList<Company>> ReadAsync(GainsightClient gainsight) => gainsight.Companies.Query().ToListAsync();

    private static void Throttle(Tenant tenant, GainsightClientOptions options, ThrottleForm form)
    {
        tenant.Emulator.Switches.Throttle = form;
        tenant.Emulator.Limits.CallsPerMinute = 0;
        options.Quota.MaxQueueWait = TimeSpan.Zero;
    }
}
