using CustomObjects;
using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.People;
using Gainsight.Client.IntegrationTests.Users;

namespace Gainsight.Client.IntegrationTests.Writes;

public sealed class PreflightTests
{
    private static readonly WriteOptions Check = new() { Preflight = true };

    [Fact]
    public async Task Rows_that_must_fail_cost_no_call_and_the_others_are_sent_in_full_calls()
    {
        await using var tenant = await Tenant.StartAsync();
        var rows = Rows.Companies(110);
        foreach (var bad in (int[])[3, 40, 41, 107])
        {
            rows[bad].Stage = "Orbiting";
        }

        var report = await tenant.CreateClient().Companies.InsertAsync(rows, Check);

        report.Inserted.Should().HaveCount(106);
        report.Failed.Select(row => (int)row.Index).Should().Equal(3, 40, 41, 107);
        report.Calls.Should().Be(4, "one description and three inserts").And.Be(tenant.Emulator.Requests.Count);
        tenant.Companies.Rows.Should().HaveCount(106);
    }

    [Fact]
    public async Task A_required_field_accepts_neither_null_nor_an_empty_multi_select()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.AddField("Region__gc", EmulatedDataType.String).Required = true;
        tenant.Companies.Field("Tags").Nillable = false;
        var row = new Company { Name = "Acme", Tags = [], ["Region__gc"] = null };

        var report = await tenant.CreateClient().Companies.InsertAsync([row], Check);

        report.Failed.Single().Errors.Select(error => error.Field).Should().BeEquivalentTo(["Region__gc", "Tags"]);
        tenant.Calls(EmulatorOperations.Insert).Should().Be(0);
    }

    [Fact]
    public async Task Every_problem_of_a_row_is_named()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.AddField("Formula__gc", EmulatedDataType.Number).ReadOnly = true;
        tenant.Companies.AddField("Region__gc", EmulatedDataType.String).Required = true;
        tenant.Companies.AddField("Flag__gc", EmulatedDataType.Boolean).Nillable = false;
        var row = new Company
        {
            Stage = "adopting",
            Status = "Gone",
            Tags = ["Beta", "Nope", "Nor this"],
            TickerSymbol = new string('x', 256),
            SfdcAccountId = "001",
            ["Arr"] = "many",
            ["RenewalDate"] = "some day",
            ["Employes"] = 5,
            ["Formula__gc"] = 5,
            ["Flag__gc"] = null,
        };
        row.SetLookup(Field.CustomLookup("Owner__gc", "gsuser"), UserFields.Email, "rhea@northwind.example");

        var report = await tenant.CreateClient().Companies.InsertAsync([row], Check);

        report.Failed.Should().ContainSingle().Which.Errors.Select(error => $"{error}: {error.Message} [{error.InvalidValue}]").Should().BeEquivalentTo(
            "UnknownPicklistItem (Stage): Stage has no such picklist item. Did you mean Adopting? Upper and lower case matter. [adopting]",
            "UnknownPicklistItem (Status): Status has no such picklist item. The active items are: Active, Inactive, Churned, Churn. [Gone]",
            "UnknownPicklistItem (Tags): Tags has no such picklist item. The active items are: Strategic, Reference, At risk, Beta. [Nope]",
            "UnknownPicklistItem (Tags): Tags has no such picklist item. The active items are: Strategic, Reference, At risk, Beta. [Nor this]",
            "ValueTooLong (TickerSymbol): The field TickerSymbol has a limit of 255 characters, and the text has 256. [" + new string('x', 256) + "]",
            "InvalidValue (SfdcAccountId): The field SfdcAccountId expects a Salesforce id of 15 or 18 letters and digits. [001]",
            "InvalidValue (Arr): The field Arr expects a number, not text, in the range of a decimal. [many]",
            "InvalidValue (RenewalDate): The value of the field 'RenewalDate' is not a date, so it cannot be sent. Set a DateOnly, a DateTimeOffset, or a text such as 2027-03-31 or 2027-03-31T09:30:00Z. [some day]",
            "UnknownField (Employes): Company has no field Employes. Did you mean Employees? []",
            "ReadOnlyField (Formula__gc): The field Formula__gc cannot be written: only Gainsight sets it. Unset it. []",
            "NullValue (Flag__gc): The field Flag__gc cannot be empty. Set a value, or leave the field out. []",
            "UnknownField (Owner__gc): Company has no field Owner__gc. gainsight.Metadata.DescribeAsync lists its fields. []",
            "MissingRequiredField (Name): A new row of Company needs a value in Name. []",
            "MissingRequiredField (Region__gc): A new row of Company needs a value in Region__gc. []");
        tenant.Calls("record.insert").Should().Be(0);
    }

    [Fact]
    public async Task An_inactive_item_is_reported_as_inactive()
    {
        await using var tenant = await Tenant.StartAsync();
        var retired = tenant.Companies.Field("Stage").Picklist!.Find("Onboarding (retired)")!.Gsid;

        var report = await tenant.CreateClient().Companies.InsertAsync(
            [new() { Name = "Acme", Stage = "Onboarding (retired)" }, new() { Name = "Globex", Stage = retired }], Check);

        report.Failed.Should().HaveCount(2).And.OnlyContain(row => row.Errors.Single().Code == RecordErrorCodes.InactivePicklistItem);
        report.Failed[0].Errors[0].Message.Should().Contain("New Customer, Kicked Off");
    }

    [Fact]
    public async Task An_upsert_requires_the_fields_of_an_insert_only_for_new_rows()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(1);
        tenant.Companies.AddField("Region__gc", EmulatedDataType.String).Required = true;

        var report = await tenant.CreateClient().Companies.UpsertAsync(Rows.Companies(2), CompanyFields.Name, Check);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Updated, RowStatus.Failed);
        report.Rows[1].Errors.Should().ContainSingle().Which.Field.Should().Be("Region__gc");
    }

    [Fact]
    public async Task Fields_that_were_only_loaded_are_neither_sent_nor_checked_by_an_update()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Acme"), ("Stage", "Adopting"));
        var gainsight = tenant.CreateClient();
        var acme = (await gainsight.Companies.Query().FirstOrDefaultAsync())!;
        tenant.Companies.Field("Stage").Picklist!.Find("Adopting")!.Active = false;
        acme.Employees = 5;

        var report = await gainsight.Companies.UpsertAsync([acme], CompanyFields.Name, Check);

        report.Updated.Should().ContainSingle();
    }

    [Fact]
    public async Task Every_client_that_writes_by_keys_checks_its_rows()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var user = TenantUsers.One(1);
        user["IsActiveUser"] = "perhaps";

        RecordError[] errors =
        [
            .. (await gainsight.Relationships.InsertAsync([new() { Name = "Pumps", CompanyId = PeopleRows.Nobody, Stage = "Orbiting" }], Check)).Failed.Single().Errors,
            .. (await gainsight.CompanyPeople.InsertAsync([new() { PersonId = PeopleRows.Nobody, ["Company_ID"] = "x" }], Check)).Failed.Single().Errors,
            .. (await gainsight.RelationshipPeople.InsertAsync([new() { PersonId = PeopleRows.Nobody }], Check)).Failed.Single().Errors,
            .. (await gainsight.Objects<Asset>().InsertAsync([new() { Name = "Press", ["Seats__gc"] = "many" }], Check)).Failed.Single().Errors,
            .. (await gainsight.Users.InsertAsync([user], Check)).Failed.Single().Errors,
            .. (await gainsight.Opportunities.InsertAsync([new() { Name = "Renewal", CompanyId = PeopleRows.Nobody, ["TargetAmount"] = "many" }], Check)).Failed.Single().Errors,
        ];

        errors.Select(error => (error.Code, error.Field)).Should().Equal(
            (RecordErrorCodes.UnknownPicklistItem, "Stage"),
            (RecordErrorCodes.InvalidValue, "Company_ID"),
            (RecordErrorCodes.MissingRequiredField, "Relationship_ID"),
            (RecordErrorCodes.InvalidValue, "Seats__gc"),
            (RecordErrorCodes.InvalidValue, "IsActiveUser"),
            (RecordErrorCodes.InvalidValue, "TargetAmount"));
        tenant.Emulator.Requests.Snapshot().Should().OnlyContain(call => call.Operation == EmulatorOperations.Describe);
    }

    [Fact]
    public async Task A_lookup_can_replace_the_value_of_a_required_field()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.AddCompany("Brightwater");
        tenant.AddPerson("ines@brightwater.example");
        var relationship = new Relationship { Name = "Pumps" };
        relationship.SetLookup(RelationshipFields.CompanyId, CompanyFields.Name, "Brightwater");
        var link = new CompanyPerson();
        link.SetLookup(CompanyPersonFields.CompanyId, CompanyFields.Name, "Brightwater");
        link.SetLookup(CompanyPersonFields.PersonId, PersonFields.Email, "ines@brightwater.example");
        var gainsight = tenant.CreateClient();

        var preview = await gainsight.Relationships.PreviewUpsertAsync([relationship], RelationshipFields.Name);
        var inserted = await gainsight.Relationships.InsertAsync([relationship], Check);
        var linked = await gainsight.CompanyPeople.InsertAsync([link], Check);

        preview.WouldInsert.Should().ContainSingle();
        inserted.Inserted.Should().ContainSingle();
        linked.Inserted.Should().ContainSingle();
    }

    [Theory]
    [InlineData(true, "*high-volume*")]
    [InlineData(false, "*read-only*")]
    public async Task An_object_that_accepts_no_writes_is_detected_before_any_write(bool isHighVolume, string reason)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Object("Asset__gc").IsHighVolume = isHighVolume;
        var objects = tenant.CreateClient().Objects(isHighVolume ? "Asset__gc" : "relationship_type");
        ObjectRecord[] rows = [new() { ["Name"] = "Press" }];

        await objects.Awaiting(client => client.PreviewInsertAsync(rows)).Should().ThrowAsync<GainsightValidationException>().WithMessage(reason);
        await tenant.CreateClient().Objects(objects.Name).Awaiting(client => client.UpsertAsync(rows, Field.Custom<string>("Name"), Check))
            .Should().ThrowAsync<GainsightValidationException>().WithMessage(reason);

        tenant.Emulator.Requests.Snapshot().Should().OnlyContain(call => call.Operation == EmulatorOperations.Describe);
    }

    [Fact]
    public async Task A_stream_is_checked_while_it_is_read()
    {
        await using var tenant = await Tenant.StartAsync();
        var rows = Rows.Companies(600);
        rows[599].Stage = "Orbiting";

        var outcomes = await tenant.CreateClient().Companies.UpsertStreamAsync(rows.ToStream(), CompanyFields.Name, Check).ToListAsync();

        outcomes.Select(row => row.Index).Should().BeInAscendingOrder();
        outcomes.Single(row => row.Status == RowStatus.Failed).Index.Should().Be(599);
        tenant.Calls("metadata.describe").Should().Be(1);
    }

    [Fact]
    public async Task Picklist_items_that_describe_leaves_out_are_read_from_their_lists()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (request, status, body) => request.RequestUri!.AbsolutePath.EndsWith("/describe", StringComparison.Ordinal)
                ? (status, System.Text.RegularExpressions.Regex.Replace(body, "\"options\":\\[[^\\]]*\\]", "\"options\":[]"))
                : null,
        });

        var report = await gainsight.Companies.InsertAsync(
            [new() { Name = "Acme", Stage = "Orbiting" }, new() { Name = "Globex", Stage = "Adopting" }], Check);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Failed, RowStatus.Inserted);
        tenant.Calls("metadata.dropdown").Should().Be(1, "only Stage is used");
    }

    [Fact]
    public async Task A_write_stops_if_the_tenant_does_not_describe_the_object()
    {
        await using var tenant = await Tenant.StartAsync();

        await tenant.CreateClient().Awaiting(client => client.Objects("No_Such__gc").InsertAsync([new() { ["Name"] = "x" }], Check))
            .Should().ThrowAsync<GainsightNotFoundException>();

        tenant.Calls("record.insert").Should().Be(0);
    }

    [Fact]
    public async Task An_empty_write_requests_no_metadata()
    {
        await using var tenant = await Tenant.StartAsync();

        (await tenant.CreateClient().Companies.InsertAsync([], Check)).Rows.Should().BeEmpty();

        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_preview_names_what_the_metadata_forbids()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(1);
        Company[] rows = [new() { Name = Rows.Name(0), Stage = "Orbiting" }, new() { Name = Rows.Name(0), Employees = 7 }];

        var preview = await tenant.CreateClient().Companies.PreviewUpsertAsync(rows, CompanyFields.Name);

        preview.Rows.Select(row => row.Status).Should().Equal(PreviewStatus.WouldFail, PreviewStatus.WouldUpdate);
        preview.WouldFail.Single().Errors.Should().ContainSingle().Which.Code.Should().Be(RecordErrorCodes.UnknownPicklistItem);
    }
}
