using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Cockpit;
using Gainsight.Client.IntegrationTests.Timeline;

namespace Gainsight.Client.IntegrationTests.Writes;

public sealed class SingleRecordTests
{
    [Fact]
    public async Task A_company_is_inserted_updated_upserted_and_deleted_alone()
    {
        await using var tenant = await Tenant.StartAsync();
        var companies = tenant.CreateClient().Companies;

        var inserted = await companies.InsertAsync(new Company { Name = "Acme", Arr = 1m });
        var known = await companies.UpsertAsync(new Company { Name = "Acme", Arr = 2m }, CompanyFields.Name);
        var added = await companies.UpsertAsync(new Company { Name = "Initech" }, "Name");
        var updated = await companies.UpdateAsync(new Company { Name = "Acme", Employees = 40 }, "Name");
        var deleted = await companies.DeleteAsync(added.Gsid!);

        inserted.Status.Should().Be(RowStatus.Inserted);
        known.Should().Match<RowOutcome<Company>>(row => row.Status == RowStatus.Updated && row.Gsid == inserted.Gsid);
        added.Status.Should().Be(RowStatus.Inserted);
        updated.Status.Should().Be(RowStatus.Updated);
        deleted.Status.Should().Be(RowStatus.Deleted);
        var row = tenant.Companies.Rows.Should().ContainSingle().Subject;
        row["Arr"].Should().Be(2m);
        row["Employees"].Should().Be(40m);
    }

    [Fact]
    public async Task A_record_that_was_read_is_updated_without_keys()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(3);
        var companies = tenant.CreateClient().Companies;
        var read = await companies.Query().ToListAsync();
        foreach (var company in read)
        {
            company.Employees = 7;
        }

        var one = await companies.UpdateAsync(read[0]);
        var others = await companies.UpdateAsync(read.Skip(1));

        one.Should().Match<RowOutcome<Company>>(row => row.Status == RowStatus.Updated && row.Gsid == read[0].Gsid);
        others.Updated.Should().HaveCount(2);
        tenant.Companies.Rows.Should().OnlyContain(row => Equals(row["Employees"], 7m));
        tenant.Calls(EmulatorOperations.Update).Should().Be(2);
    }

    [Fact]
    public async Task A_stream_of_records_that_were_read_is_updated_without_keys()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(60);
        var companies = tenant.CreateClient().Companies;

        var outcomes = new List<RowOutcome<Company>>();
        await foreach (var outcome in companies.UpdateStreamAsync(ChangedAsync(companies)))
        {
            outcomes.Add(outcome);
        }

        outcomes.Should().HaveCount(60).And.OnlyContain(row => row.Status == RowStatus.Updated);

        static async IAsyncEnumerable<Company> ChangedAsync(CompanyClient companies)
        {
            await foreach (var company in companies.Query().ReadAsync())
            {
                company.Employees = 7;
                yield return company;
            }
        }
    }

    [Fact]
    public async Task An_update_without_keys_of_a_record_without_a_GSID_fails_without_a_call()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(1);

        var outcome = await tenant.CreateClient().Companies.UpdateAsync(new Company { Name = "Company 0", Employees = 7 });

        outcome.Status.Should().Be(RowStatus.Failed);
        outcome.Errors[0].Should().Match<RecordError>(error => error.Code == RecordErrorCodes.MissingKey && error.Field == "Gsid");
        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task Records_of_cockpit_are_inserted_and_updated_alone()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var gainsight = tenant.Gainsight;

        var cta = await gainsight.Ctas.InsertAsync(tenant.Cta());
        var task = await gainsight.Tasks.InsertAsync(new CsTask { CtaId = cta.Gsid, Name = "Call", DueDate = new(2031, 3, 1), Priority = "High" });
        var plan = await gainsight.SuccessPlans.InsertAsync(tenant.Plan());
        var changed = await gainsight.Ctas.UpdateAsync(new Cta { Gsid = cta.Gsid, Name = "Paid", EntityType = "COMPANY" });

        new[] { cta.Status, task.Status, plan.Status, changed.Status }
            .Should().Equal(RowStatus.Inserted, RowStatus.Inserted, RowStatus.Inserted, RowStatus.Updated);
        tenant.Ctas.Rows.Should().ContainSingle().Which["Name"].Should().Be("Paid");
    }

    [Fact]
    public async Task An_activity_is_saved_updated_and_deleted_alone()
    {
        await using var tenant = await Activities.StartAsync();
        var timeline = tenant.CreateClient().Timeline;
        var activity = Activities.One();

        var saved = await timeline.InsertAsync(activity);
        activity.Subject = "Second thoughts";
        var updated = await timeline.UpdateAsync(activity, TimelineActivityFields.ActivityId);
        var read = (await timeline.Query().FirstOrDefaultAsync())!;
        read.DurationInMins = 30;
        var again = await timeline.UpdateAsync(read);
        var row = tenant.Timeline().Rows.Should().ContainSingle().Subject;
        var deleted = await timeline.DeleteAsync(activity.ActivityId!);

        new[] { saved.Status, updated.Status, again.Status, deleted.Status }
            .Should().Equal(RowStatus.Inserted, RowStatus.Updated, RowStatus.Updated, RowStatus.Deleted);
        row["Subject"].Should().Be("Second thoughts");
        row["DurationInMins"].Should().Be(30m);
        tenant.Timeline().Rows.Should().BeEmpty();
    }

    [Fact]
    public async Task A_user_is_created_changed_and_deactivated_alone()
    {
        await using var tenant = await Tenant.StartAsync();
        var users = tenant.CreateClient().Users;
        var ada = new User { Name = "Ada Example", Email = "ada@northwind.example", SfdcUserName = "ada@northwind.example", LicenseType = "Viewer" };

        var created = await users.UpsertAsync(ada, UserFields.Email);
        var read = (await users.GetAsync(created.Gsid!))!;
        read.Name = "Ada Byron";
        var changed = await users.UpdateAsync(read);
        var locked = await users.SetActiveAsync(created.Gsid!, isActive: false);

        new[] { created.Status, changed.Status, locked.Status }.Should().Equal(RowStatus.Inserted, RowStatus.Updated, RowStatus.Updated);
        tenant.Emulator.Object("gsuser").Find(created.Gsid!)!["Name"].Should().Be("Ada Byron");
    }

    [Fact]
    public async Task A_bad_record_is_an_outcome_and_a_refused_key_an_exception()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();

        var bad = await gainsight.Companies.InsertAsync(new Company { Name = "Acme", Stage = "Orbiting" });
        tenant.Emulator.RevokeAccessKey();

        bad.Errors.Should().ContainSingle().Which.Field.Should().Be("Stage");
        await FluentActions.Awaiting(() => gainsight.Companies.InsertAsync(new Company { Name = "Initech" }))
            .Should().ThrowAsync<GainsightAuthenticationException>();
    }

    [Fact]
    public async Task A_single_write_that_is_cancelled_says_that_its_row_may_be_written()
    {
        await using var tenant = await Tenant.StartAsync();
        using var cancellation = new CancellationTokenSource();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.LatencyAfterCommit) { Delay = TimeSpan.FromHours(1) });
        var gainsight = tenant.CreateClient(options =>
        {
            options.InProcess(tenant);
            options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
            {
                Before = _ => cancellation.CancelAfterOn(tenant.Clock, TimeSpan.FromSeconds(10)),
            };
        });

        var canceled = (await FluentActions
            .Awaiting(() => gainsight.Companies.InsertAsync(new Company { Name = "Acme" }, cancellation.Token))
            .Should().ThrowAsync<WriteCanceledException>()).Which;

        canceled.GetReport<Company>()!.Unknown.Should().ContainSingle();
    }

    [Fact]
    public async Task A_null_in_place_of_a_record_is_named_before_any_call()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();

        await FluentActions.Awaiting(() => gainsight.Companies.InsertAsync((Company)null!)).Should().ThrowAsync<ArgumentNullException>().WithParameterName("record");
        await FluentActions.Awaiting(() => gainsight.Companies.UpsertAsync((Company)null!, "Name")).Should().ThrowAsync<ArgumentNullException>().WithParameterName("record");
        await FluentActions.Awaiting(() => gainsight.Companies.UpdateAsync(new Company { Name = "Acme" }, keys: null!)).Should().ThrowAsync<ArgumentNullException>().WithParameterName("keys");
        tenant.Emulator.Requests.Count.Should().Be(0);
    }
}
