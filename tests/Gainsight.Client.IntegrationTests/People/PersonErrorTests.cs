using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.People;

public sealed class PersonErrorTests
{
    public static TheoryData<string, string, object?> Codes { get; } = new()
    {
        { "GSOBJ_VDTBOOL1001", "EmailOptOut", "perhaps" },
        { "GSOBJ_VDTNUM1001", "MasterAvatarTypeCode", "many" },
        { "GSOBJ_VDTNUM1002", "MasterAvatarTypeCode", 1e30 },
        { "GSOBJ_VDTBSTR1001", "FirstName", new string('x', 300) },
        { "GSOBJ_VDTDATIME1001", "Since__gc", "soon" },
        { "GSOBJ_VDTCURREN1001", "Salary__gc", "a lot" },
        { "GSOBJ_VDTCURREN1002", "Salary__gc", "1,000" },
        { "GSOBJ_VDTEMAIL1001", "Second_Email__gc", "not an address" },
        { "GSOBJ_VDTGSID1001", "MasterRecordID", "x" },
        { "GSOBJ_VDTPERCENT1001", "Share__gc", "most" },
        { "GSOBJ_VDTSFDCID1001", "Contact__gc", "short" },
        { "GSOBJ_VDTPKLST1001", "Empty_List__gc", "Any" },
        { "GSOBJ_VDTPKLST1002", "List__gc", "Orbiting" },
        { "GSOBJ_VDTURL1001", "LinkedinUrl", "no address" },
        { "GSOBJ_VCRUDR1002", "Nonsense__gc", "x" },
        { "GSOBJ_VCRUDR1003", "Needed__gc", null },
    };

    public static TheoryData<string?, string> Addresses { get; } = new()
    {
        { null, RecordErrorCodes.MissingKey },
        { "", RecordErrorCodes.MissingKey },
        { "  ", RecordErrorCodes.MissingKey },
        { "ines", RecordErrorCodes.InvalidValue },
        { "ines@", RecordErrorCodes.InvalidValue },
        { "@brightwater.example", RecordErrorCodes.InvalidValue },
        { "ines vale@brightwater.example", RecordErrorCodes.InvalidValue },
        { " ines@brightwater.example", RecordErrorCodes.InvalidValue },
        { "Ines <ines@brightwater.example>", RecordErrorCodes.InvalidValue },
        { "a@b.example,c@d.example", RecordErrorCodes.InvalidValue },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task A_bad_value_fails_its_row_with_gainsights_code_and_the_field(string code, string field, object? value)
    {
        await using var tenant = await Tenant.StartAsync();
        var people = tenant.People();
        people.AddField("Since__gc", EmulatedDataType.DateTime);
        people.AddField("Salary__gc", EmulatedDataType.Currency);
        people.AddField("Second_Email__gc", EmulatedDataType.Email);
        people.AddField("Share__gc", EmulatedDataType.Percentage);
        people.AddField("Contact__gc", EmulatedDataType.SfdcId);
        people.AddField("Empty_List__gc", EmulatedDataType.Picklist);
        people.AddField("List__gc", EmulatedDataType.Picklist).Picklist!.AddItem("One");
        people.AddField("Needed__gc", EmulatedDataType.String).Nillable = false;
        var rows = PeopleRows.People(3);
        rows[1][field] = value;

        var report = await tenant.CreateClient().People.UpsertAsync(rows);

        var error = report.Failed.Should().ContainSingle(row => row.Index == 1).Which.Errors.Should().ContainSingle().Which;
        (error.Code, error.Field).Should().Be((code, field));
        error.Message.Should().NotBeNullOrWhiteSpace();
        report.Upserted.Should().HaveCount(2);
        people.Count.Should().Be(2);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_missing_or_malformed_address_fails_its_row_before_any_call(string? address, string code)
    {
        await using var tenant = await Tenant.StartAsync();
        Person[] rows = [new() { Email = address, FirstName = "Ines" }, new() { Email = "good@brightwater.example" }];
        var gainsight = tenant.CreateClient();

        var report = await gainsight.People.UpsertAsync(rows);
        var batch = await gainsight.People.UpsertInBatchesAsync(rows[..1]);

        report.Failed.Should().ContainSingle().Which.Errors[0].Should().Match<RecordError>(error => error.Code == code && error.Field == "Email");
        report.Calls.Should().Be(1, "only the good row is sent");
        batch.Failed.Should().ContainSingle().Which.Errors[0].Code.Should().Be(code);
        batch.Calls.Should().Be(0);
    }

    [Fact]
    public async Task An_address_with_half_a_surrogate_pair_fails_its_row_before_any_call()
    {
        await using var tenant = await Tenant.StartAsync();

        var outcome = await tenant.CreateClient().People.UpsertAsync(new Person { Email = "in\ud800es@brightwater.example" });

        outcome.Errors.Should().ContainSingle().Which.Code.Should().Be(RecordErrorCodes.InvalidValue);
        tenant.Emulator.Requests.Snapshot().Should().BeEmpty();
    }

    [Fact]
    public async Task Incomplete_links_and_null_rows_fail_before_any_call()
    {
        await using var tenant = await Tenant.StartAsync();
        var optional = new CompanyPerson();
        optional.SetLookup(CompanyPersonFields.CompanyId, Lookup.By(CompanyFields.Name, "Acme").OnNoMatch(LookupNoMatch.Null));
        var byDate = new CompanyPerson();
        byDate.SetLookup(CompanyPersonFields.CompanyId, Lookup.By(Field.Custom<string>("RenewalDate", DataType.Date), "2027-03-31"));
        Person[] rows =
        [
            new() { Email = "a@b.example", Companies = { new CompanyPerson { Title = "Head of Ops" } } },
            new() { Email = "c@d.example", Companies = { null! } },
            null!,
            new() { Email = "e@f.example", Companies = { optional } },
            new() { Email = "g@h.example", Companies = { byDate } },
        ];

        var report = await tenant.CreateClient().People.UpsertAsync(rows);

        report.Failed.Select(row => (row.Errors[0].Code, row.Errors[0].Field)).Should().Equal(
            (RecordErrorCodes.MissingRequiredField, "Company_ID"),
            (RecordErrorCodes.InvalidValue, "companies"),
            (RecordErrorCodes.NullRow, null),
            (RecordErrorCodes.MissingRequiredField, "Company_ID"),
            (RecordErrorCodes.InvalidValue, "Company_ID"));
        report.Calls.Should().Be(0);
    }
}
