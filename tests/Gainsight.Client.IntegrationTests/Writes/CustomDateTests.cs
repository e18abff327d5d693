using System.Text.Json;
using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Cockpit;
using Gainsight.Client.IntegrationTests.People;
using Gainsight.Client.IntegrationTests.Timeline;

namespace Gainsight.Client.IntegrationTests.Writes;

/// <summary>Custom dates that the caller knows by their names only. The tenant holds the day that the value names.</summary>
public sealed class CustomDateTests
{
    private const string Day = "Purchased_On__gc";

    private static readonly DateOnly Meant = new(2027, 3, 31);

    private static readonly Field<string> Serial = Field.Custom<string>("Serial_Number__gc");

    public static TheoryData<object> Forms { get; } =
    [
        Meant,
        JsonDocument.Parse("\"2027-03-31T23:00:00-12:00\"").RootElement,
        new DateTime(2027, 3, 31, 0, 30, 0, DateTimeKind.Local),
        new DateTime(2027, 3, 31, 23, 30, 0, DateTimeKind.Local),
        new DateTime(2027, 3, 31, 23, 59, 59, DateTimeKind.Utc),
        new DateTime(2027, 3, 31, 0, 0, 0, DateTimeKind.Unspecified),
        new DateTimeOffset(2027, 3, 31, 0, 0, 0, TimeSpan.FromHours(14)),
        new DateTimeOffset(2027, 3, 31, 23, 0, 0, TimeSpan.FromHours(-12)),
        new DateTimeOffset(2027, 3, 31, 12, 0, 0, TimeSpan.Zero),
        "2027-03-31",
        "03-31-2027",
        "2027-03-31T00:00:00+14:00",
        "2027-03-31T23:00:00-12:00",
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task An_insert_of_a_custom_object_writes_the_day_as_it_is_written(object day)
    {
        await using var tenant = await Tenant.StartAsync();

        var report = await tenant.CreateClient().Objects("Asset__gc").InsertAsync([new() { ["Name"] = "Press", [Day] = day }]);

        report.AllSucceeded.Should().BeTrue();
        tenant.Emulator.Object("Asset__gc").Rows.Should().ContainSingle().Which[Day].Should().Be(Meant);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task An_update_of_a_custom_object_writes_the_day_as_it_is_written(object day)
    {
        await using var tenant = await Tenant.StartAsync();
        var gsid = tenant.Emulator.Object("Asset__gc").Insert(("Name", "Press"));

        var report = await tenant.CreateClient().Objects("Asset__gc").UpdateAsync([new() { Gsid = gsid, [Day] = day }], SystemFields.Gsid);

        report.AllSucceeded.Should().BeTrue();
        tenant.Emulator.Object("Asset__gc").Find(gsid)![Day].Should().Be(Meant);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task An_upsert_of_a_custom_object_writes_the_day_as_it_is_written_to_new_and_known_rows(object day)
    {
        await using var tenant = await Tenant.StartAsync();
        _ = tenant.Emulator.Object("Asset__gc").Insert(("Name", "Press"), (Serial.Name, "A-1"));

        foreach (var options in new[] { new WriteOptions(), new WriteOptions { Preflight = true }, new WriteOptions { SkipUnchanged = true } })
        {
            var report = await tenant.CreateClient().Objects("Asset__gc").UpsertAsync(
                [new() { ["Name"] = "Press", [Serial.Name] = "A-1", [Day] = day }, new() { ["Name"] = "Mill", [Serial.Name] = "A-2", [Day] = day }], Serial, options);

            report.AllSucceeded.Should().BeTrue();
            tenant.Emulator.Object("Asset__gc").Rows.Select(row => row[Day]).Should().Equal(Meant, Meant);
            report.Unchanged.Should().HaveCount(options.SkipUnchanged ? 2 : 0);
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_company_and_a_person_are_written_with_the_day_as_it_is_written(object day)
    {
        await using var tenant = await Tenant.StartAsync();
        _ = tenant.Companies.AddField("Signed__gc", EmulatedDataType.Date);
        _ = tenant.People().AddField("Signed__gc", EmulatedDataType.Date);
        var gainsight = tenant.CreateClient();
        var person = PeopleRows.People(1)[0];
        person["Signed__gc"] = day;

        (await gainsight.Companies.UpsertAsync([new Company { Name = "Acme", ["Signed__gc"] = day }], CompanyFields.Name)).EnsureSuccess();
        (await gainsight.People.UpsertAsync([person])).EnsureSuccess();

        tenant.Companies.Rows.Single()["Signed__gc"].Should().Be(Meant);
        tenant.People().Rows.Single()["Signed__gc"].Should().Be(Meant);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_CTA_and_a_success_plan_are_written_with_the_day_as_it_is_written(object day)
    {
        await using var tenant = await CockpitTenant.StartAsync();
        _ = tenant.Ctas.AddField("Signed__gc", EmulatedDataType.Date);
        _ = tenant.Plans.AddField("Signed__gc", EmulatedDataType.Date);
        (var cta, var plan) = (tenant.Cta(), tenant.Plan());
        (cta["Signed__gc"], plan["Signed__gc"]) = (day, day);

        (await tenant.Gainsight.Ctas.InsertAsync([cta])).EnsureSuccess();
        (await tenant.Gainsight.SuccessPlans.InsertAsync([plan])).EnsureSuccess();

        tenant.Ctas.Rows.Single()["Signed__gc"].Should().Be(Meant);
        tenant.Plans.Rows.Single()["Signed__gc"].Should().Be(Meant);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task An_activity_is_written_with_the_day_as_it_is_written(object day)
    {
        await using var tenant = await Activities.StartAsync();
        var timeline = tenant.CreateClient().Timeline;
        var activities = Activities.Many(2);
        activities[0]["Ant__CustomDate__c"] = day;

        (await timeline.InsertAsync(activities)).EnsureSuccess();
        (await timeline.UpdateAsync([new TimelineActivity { ExternalId = activities[1].ExternalId, ["Ant__CustomDate__c"] = day }], TimelineActivityFields.ExternalId)).EnsureSuccess();

        tenant.Timeline().Rows.Select(row => row["Ant__CustomDate__c"]).Should().Equal(Meant, Meant);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task An_import_of_companies_holds_the_day_as_it_is_written(object day)
    {
        await using var tenant = await Tenant.StartAsync();
        _ = tenant.Companies.AddField("Signed__gc", EmulatedDataType.Date);
        tenant.Emulator.AddImportJob(new EmulatedImportJob { JobId = "job-1", Object = "Company", Operation = ImportOperation.Insert });

        var report = await tenant.CreateClient().Bulk.ImportAsync(
            "job-1", [new Company { Name = "Acme", ["Signed__gc"] = day }], [CompanyFields.Name, Field.Custom<string>("Signed__gc")]);

        report.Succeeded.Should().Be(1);
        tenant.Companies.Rows.Single()["Signed__gc"].Should().Be(Meant);
    }

    [Fact]
    public async Task An_import_goes_on_after_a_text_that_is_no_date()
    {
        await using var tenant = await Tenant.StartAsync();
        _ = tenant.Companies.AddField("Signed__gc", EmulatedDataType.Date);
        tenant.Emulator.AddImportJob(new EmulatedImportJob { JobId = "job-1", Object = "Company", Operation = ImportOperation.Insert });

        var report = await tenant.CreateClient().Bulk.ImportAsync(
            "job-1",
            [
                new Company { Name = "Acme", ["Signed__gc"] = "2027-03-31" },
                new Company { Name = "Globex", ["Signed__gc"] = "31.03.2027" },
                new Company { Name = "Initech", ["Signed__gc"] = "2027-03-31" },
            ],
            [CompanyFields.Name, Field.Custom<string>("Signed__gc")]);

        (report.Succeeded, report.Failed).Should().Be((2, 1));
        tenant.Companies.Rows.Select(row => row["Name"]).Should().Equal("Acme", "Initech");
    }

    [Fact]
    public async Task A_moment_in_a_custom_date_time_stays_the_moment()
    {
        await using var tenant = await Tenant.StartAsync();
        _ = tenant.Companies.AddField("Seen__gc", EmulatedDataType.DateTime);
        var moment = new DateTimeOffset(2027, 3, 31, 0, 30, 0, TimeSpan.FromHours(14));

        (await tenant.CreateClient().Companies.UpsertAsync([new Company { Name = "Acme", ["Seen__gc"] = moment }], CompanyFields.Name)).EnsureSuccess();

        tenant.Companies.Rows.Single()["Seen__gc"].Should().Be(moment.ToUniversalTime());
    }

    [Fact]
    public async Task A_token_that_stores_moments_in_a_custom_date_writes_the_day()
    {
        await using var tenant = await Tenant.StartAsync();
        var assets = tenant.CreateClient().Objects("Asset__gc");
        var asset = new ObjectRecord { ["Name"] = "Press", [Serial.Name] = "A-1" };
        asset.Set(Field.Custom<DateTimeOffset>(Day), new DateTimeOffset(2027, 3, 31, 0, 0, 0, TimeSpan.FromHours(14)));

        (await assets.InsertAsync([asset])).EnsureSuccess();
        var again = await assets.UpsertAsync([asset], Serial, new WriteOptions { SkipUnchanged = true });

        tenant.Emulator.Object("Asset__gc").Rows.Single()[Day].Should().Be(Meant);
        again.Unchanged.Should().ContainSingle();
    }

    [Fact]
    public async Task A_text_that_looks_like_a_date_stays_as_it_is_in_a_text_field()
    {
        await using var tenant = await Tenant.StartAsync();
        _ = tenant.Companies.AddField("Version__gc", EmulatedDataType.String);

        (await tenant.CreateClient().Companies.UpsertAsync([new Company { Name = "2027-03-31", ["Version__gc"] = "03-31-2027" }], CompanyFields.Name)).EnsureSuccess();

        (tenant.Companies.Rows.Single()["Name"], tenant.Companies.Rows.Single()["Version__gc"]).Should().Be(("2027-03-31", "03-31-2027"));
    }

    [Fact]
    public async Task The_object_is_described_once_and_only_for_values_whose_type_matters()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var assets = gainsight.Objects("Asset__gc");

        (await assets.InsertAsync([new() { ["Name"] = "Press", [Serial.Name] = "2027-A", ["Cost__gc"] = 5m, [Day] = Meant }])).EnsureSuccess();
        tenant.Calls(EmulatorOperations.Describe).Should().Be(0);
        (await gainsight.Companies.InsertAsync([new Company { Name = "2027-03-31", RenewalDate = Meant }])).EnsureSuccess();
        tenant.Calls(EmulatorOperations.Describe).Should().Be(0, "the properties of a company have types");

        for (var i = 0; i < 3; i++)
        {
            (await assets.InsertAsync([.. Enumerable.Range(0, 120).Select(each => new ObjectRecord { ["Name"] = $"Mill {i} {each}", [Day] = "2027-03-31" })])).EnsureSuccess();
        }

        tenant.Calls(EmulatorOperations.Describe).Should().Be(1);
    }

    [Fact]
    public async Task A_tenant_that_describes_nothing_is_asked_once_in_a_write()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Respond) { Operation = EmulatorOperations.Describe, Status = 404, Body = """{"result":false,"title":"OBJECT_NOT_FOUND"}""" });
        var assets = tenant.CreateClient().Objects("Asset__gc");

        (await assets.InsertAsync([.. Enumerable.Range(0, 120).Select(each => new ObjectRecord { ["Name"] = $"Mill {each}", [Day] = "2027-03-31" })])).EnsureSuccess();

        tenant.Calls(EmulatorOperations.Describe).Should().Be(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_text_that_is_no_date_is_refused_and_costs_the_other_rows_nothing(bool preflight)
    {
        await using var tenant = await Tenant.StartAsync();

        var report = await tenant.CreateClient().Objects("Asset__gc").InsertAsync(
            [new() { ["Name"] = "Press", [Day] = "31.03.2027" }, new() { ["Name"] = "Mill", [Day] = "2027-03-31" }], new WriteOptions { Preflight = preflight });

        var error = report.Failed.Should().ContainSingle().Which.Errors[0];
        (error.Field, error.InvalidValue).Should().Be((Day, "31.03.2027"));
        tenant.Emulator.Object("Asset__gc").Rows.Select(row => row["Name"]).Should().Equal("Mill");
        tenant.Calls(EmulatorOperations.Insert).Should().Be(1, "the row is refused before the call");
    }

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"2027-03-31 \\ud800\"")]
    public async Task A_value_that_is_no_text_costs_the_other_rows_nothing(string json)
    {
        await using var tenant = await Tenant.StartAsync();

        var report = await tenant.CreateClient().Objects("Asset__gc").InsertAsync(
            [new() { ["Name"] = "Press", [Day] = JsonDocument.Parse(json).RootElement }, new() { ["Name"] = "Mill", [Day] = "2027-03-31" }]);

        report.Failed.Should().ContainSingle().Which.Index.Should().Be(0);
        tenant.Emulator.Object("Asset__gc").Rows.Select(row => row["Name"]).Should().Equal("Mill");
    }

    [Fact]
    public async Task Rows_are_not_sent_when_it_is_not_known_what_their_moments_mean()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = EmulatorOperations.Describe });
        var moment = new DateTimeOffset(2027, 3, 31, 0, 0, 0, TimeSpan.FromHours(14));

        var report = await tenant.CreateClient().Objects("Asset__gc").InsertAsync([new() { ["Name"] = "Press", [Day] = moment }]);

        report.Rows.Should().ContainSingle().Which.Status.Should().Be(RowStatus.NotAttempted);
        tenant.Calls(EmulatorOperations.Insert).Should().Be(0);
    }

    [Fact]
    public async Task A_tenant_that_describes_no_object_gets_the_values_as_they_are()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Respond)
        {
            Operation = EmulatorOperations.Describe,
            Status = 403,
            Body = """{"result":false,"errorCode":"GSOBJ_1001","errorDesc":"x","requestId":"r","data":null}""",
        });

        var report = await tenant.CreateClient().Objects("Asset__gc").InsertAsync([new() { ["Name"] = "Press", [Day] = "2027-03-31" }]);

        report.Inserted.Should().ContainSingle();
        tenant.Emulator.Object("Asset__gc").Rows.Single()[Day].Should().Be(Meant);
    }

    [Fact]
    public async Task A_field_that_was_added_after_the_description_is_described()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        _ = await gainsight.Metadata.DescribeAsync("Company");
        _ = tenant.Companies.AddField("Signed__gc", EmulatedDataType.Date);
        tenant.Clock.Advance(TimeSpan.FromMinutes(2));
        var moment = new DateTimeOffset(2027, 3, 31, 0, 0, 0, TimeSpan.FromHours(14));

        (await gainsight.Companies.UpsertAsync([new Company { Name = "Acme", ["Signed__gc"] = moment }], CompanyFields.Name)).EnsureSuccess();

        tenant.Companies.Rows.Single()["Signed__gc"].Should().Be(Meant);
    }
}
