using System.Net;

namespace Gainsight.Client.Tests.Writes;

/// <summary>Upserts and updates: which rows are read, joined, inserted and updated, with which content.</summary>
public sealed class UpsertTests : IDisposable
{
    private readonly TableTenant _tenant = new();

    public void Dispose() => _tenant.Dispose();

    [Fact]
    public async Task Rows_that_are_there_are_updated_by_GSID_and_others_are_inserted()
    {
        var there = _tenant.Add("c1");

        var report = await _tenant.Companies.UpsertAsync(TableTenant.List(3), CompanyFields.Name);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Updated, RowStatus.Inserted);
        report.Rows.Select(row => row.Gsid).Should().Equal("1P2", there, "1P3");
        var update = _tenant.Updates.Should().ContainSingle().Subject;
        update.Query.Should().Be("?keys=Gsid");
        update.Records.Should().ContainSingle().Which.ToJsonString().Should().Be("""{"Gsid":"1P1","Employees":1}""");
        _tenant.Inserts.Should().ContainSingle().Which.Names.Should().Equal("c0", "c2");
    }

    [Fact]
    public async Task Rows_with_the_same_key_are_one_row_and_later_values_win()
    {
        Company[] rows = [new() { Name = "a", Employees = 1, Arr = 5 }, new() { Name = "b" }, new() { Name = "a", Employees = 2 }];

        var report = await _tenant.Companies.UpsertAsync(rows, CompanyFields.Name);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Inserted, RowStatus.Updated);
        report.Rows[2].Gsid.Should().Be(report.Rows[0].Gsid);
        _tenant.Inserts.Should().ContainSingle();
        _tenant.Row("a").ToJsonString().Should().Be("""{"Name":"a","Employees":2,"Arr":5,"Gsid":"1P1"}""");
    }

    [Fact]
    public async Task A_key_that_several_rows_have_is_refused()
    {
        _tenant.Add("a");
        _tenant.Add("a");

        var report = await _tenant.Companies.UpsertAsync([new Company { Name = "a", Employees = 5 }], CompanyFields.Name);

        report.Failed.Should().ContainSingle().Which.Errors.Should().ContainSingle().Which.Should().Match<RecordError>(error =>
            error.Code == RecordErrorCodes.AmbiguousKey && error.Field == "Name"
            && error.Message == "2 rows of the tenant have this key (Name). Merge them in Gainsight, or name further keys.");
        _tenant.Updates.Should().BeEmpty();
    }

    [Fact]
    public async Task Rows_without_a_key_fail_before_a_call()
    {
        var report = await _tenant.Companies.UpsertAsync([new Company { Employees = 5 }, null!], CompanyFields.Name);

        report.Failed.Select(row => row.Errors.Single().Code).Should().Equal(RecordErrorCodes.MissingKey, RecordErrorCodes.NullRow);
        report.Failed[1].Errors[0].Message.Should().Be("The row is null.");
        _tenant.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task A_new_row_without_a_required_field_fails_and_says_which()
    {
        var inserted = await _tenant.Companies.InsertAsync([new Company { Employees = 5 }, new Company { Name = "a" }]);
        var upserted = await _tenant.Companies.UpsertAsync([new Company { Employees = 5 }], CompanyFields.Employees);

        inserted.Rows.Select(row => row.Status).Should().Equal(RowStatus.Failed, RowStatus.Inserted);
        inserted.Failed.Concat(upserted.Failed).Select(row => row.Errors.Single()).Should().HaveCount(2).And.OnlyContain(error =>
            error.Code == RecordErrorCodes.MissingRequiredField && error.Field == "Name" && error.Message == "A new row of Company needs a value in Name.");
    }

    [Fact]
    public async Task A_row_that_has_nothing_but_its_key_is_unchanged_if_it_is_there()
    {
        _tenant.Add("a");

        var upserted = await _tenant.Companies.UpsertAsync([new Company { Name = "a" }], CompanyFields.Name);
        var updated = await _tenant.Companies.UpdateAsync([new Company { Name = "a" }, new Company { Name = "b" }], CompanyFields.Name);

        upserted.Unchanged.Should().ContainSingle().Which.Gsid.Should().Be("1P1");
        updated.Rows.Select(row => (row.Status, row.Gsid)).Should().Equal((RowStatus.Unchanged, "1P1"), (RowStatus.Failed, null));
        updated.Failed[0].Errors.Should().ContainSingle().Which.Code.Should().Be(ErrorCodes.NoMatch);
        _tenant.Updates.Should().BeEmpty();
    }

    [Fact]
    public async Task Unchanged_rows_are_not_sent_if_that_is_asked_for()
    {
        _tenant.Add("c0", employees: 0);
        _tenant.Add("c1", employees: 7);
        WriteOptions skip = new() { SkipUnchanged = true };

        var upserted = await _tenant.Companies.UpsertAsync(TableTenant.List(3), CompanyFields.Name, skip);
        var updated = await _tenant.Companies.UpdateAsync(TableTenant.List(4), CompanyFields.Name, skip);

        upserted.Rows.Select(row => row.Status).Should().Equal(RowStatus.Unchanged, RowStatus.Updated, RowStatus.Inserted);
        updated.Rows.Select(row => row.Status).Should().Equal(RowStatus.Unchanged, RowStatus.Unchanged, RowStatus.Unchanged, RowStatus.Failed);
        updated.Rows.Select(row => row.Gsid).Should().Equal("1P1", "1P2", "1P3", null);
    }

    [Fact]
    public async Task Rows_with_different_lookups_are_sent_in_calls_of_their_own()
    {
        Company[] rows = [new() { Name = "a" }, new() { Name = "b" }, new() { Name = "c" }];
        rows[0].SetLookup(CompanyFields.Csm, UserFields.Email, "a@acme.test");
        rows[2].SetLookup(CompanyFields.Csm, UserFields.Email, "c@acme.test");

        var report = await _tenant.Companies.InsertAsync(rows);

        report.Inserted.Should().HaveCount(3);
        _tenant.Inserts.Select(call => string.Join(',', call.Names)).Should().BeEquivalentTo("a,c", "b");
        _tenant.Inserts.Single(call => call.Records.Count == 2).Body!["lookups"]!.ToJsonString().Should().Contain("Csm");
        _tenant.Inserts.Single(call => call.Records.Count == 1).Body!.ContainsKey("lookups").Should().BeFalse();
    }

    [Fact]
    public async Task Another_spelling_of_a_key_is_the_row_that_the_tenant_returns_for_it()
    {
        _tenant.Add("Acme");
        _tenant.Before = call => call.Kind == "query"
            ? TableTenant.Written(((int?)call.Body!["offset"] ?? 0) == 0 ? """[{"Gsid":"1P1","Name":"Acme"}]""" : "[]")
            : null;

        var report = await _tenant.Companies.UpsertAsync([new Company { Name = " ACME", Employees = 5 }], CompanyFields.Name);

        report.Updated.Should().ContainSingle().Which.Gsid.Should().Be("1P1");
    }

    [Fact]
    public async Task A_new_key_in_two_spellings_is_inserted_once_if_the_tenant_treats_them_as_the_same()
    {
        _tenant.Before = call => call.Kind == "query"
            ? TableTenant.Written(((int?)call.Body!["offset"] ?? 0) == 0 ? $"[{string.Join(',', _tenant.Rows.Select(row => row.ToJsonString()))}]" : "[]")
            : null;

        var report = await _tenant.Companies.UpsertAsync([new Company { Name = "Acme", Employees = 1 }, new Company { Name = "ACME", Employees = 2 }], CompanyFields.Name);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Updated);
        _tenant.Rows.Should().ContainSingle();
    }

    [Fact]
    public async Task Two_spellings_on_a_tenant_that_tells_them_apart_are_two_rows()
    {
        var report = await _tenant.Companies.UpsertAsync([new Company { Name = "Acme", Employees = 1 }, new Company { Name = "ACME", Employees = 2 }], CompanyFields.Name);

        report.Inserted.Should().HaveCount(2);
        _tenant.Names.Should().Equal("Acme", "ACME");
    }

    [Fact]
    public async Task Several_keys_must_all_match()
    {
        _tenant.Add("a", employees: 1);
        _tenant.Add("a", employees: 2);
        Company[] rows = [new() { Name = "a", Employees = 2, Arr = 5 }, new() { Name = "a", Employees = 3, Arr = 6 }, new() { Name = "b", Employees = 2, Arr = 7 }];

        var report = await _tenant.Companies.UpsertAsync(rows, [CompanyFields.Name, CompanyFields.Employees]);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Updated, RowStatus.Inserted, RowStatus.Inserted);
        report.Rows[0].Gsid.Should().Be("1P2");
        var condition = _tenant.Reads.First().Body!["where"]!["conditions"]!.AsArray().Should().ContainSingle().Subject!;
        ((string?)condition["name"], (string?)condition["operator"]).Should().Be(("Name", "IN"), "both keys have two values, and the first of them is asked for");
    }

    [Fact]
    public async Task Keys_are_asked_for_in_smaller_reads_if_the_tenant_refuses_large_ones()
    {
        _tenant.Before = call => call.Kind == "query" && call.Body!["where"]!["conditions"]![0]!["value"]!.AsArray().Count > 50 ? TableTenant.Refusal(code: "GSOBJ_1001") : null;

        var report = await _tenant.Companies.UpsertAsync(TableTenant.List(120), CompanyFields.Name);
        var reads = _tenant.Reads.Count();
        await _tenant.Companies.UpsertAsync(TableTenant.List(60, first: 200), CompanyFields.Name);

        report.Inserted.Should().HaveCount(120);
        _tenant.Reads.First().Body!["where"]!["conditions"]![0]!["value"]!.AsArray().Should().HaveCount(120);
        reads.Should().BeGreaterThan(3);
    }

    [Fact]
    public async Task A_row_whose_key_a_firewall_refuses_is_not_attempted_and_the_others_are_written()
    {
        _tenant.Before = call => call.Kind == "query" && call.Body!["where"]!.ToJsonString().Contains("\"c5\"", StringComparison.Ordinal) ? TableTenant.Page(HttpStatusCode.Forbidden) : null;

        var report = await _tenant.Companies.UpsertAsync(TableTenant.List(8), CompanyFields.Name);

        report.NotAttempted.Should().ContainSingle().Which.Index.Should().Be(5);
        report.NotAttempted[0].Errors.Should().ContainSingle();
        report.Inserted.Should().HaveCount(7);
        report.StoppedBy.Should().BeNull();
    }

    [Fact]
    public async Task A_read_that_fails_leaves_its_rows_unattempted_and_the_write_goes_on()
    {
        _tenant.Before = call => call.Kind == "query" && call.Body!["where"]!.ToJsonString().Contains("\"c5\"", StringComparison.Ordinal)
            ? TableTenant.Refusal(HttpStatusCode.InternalServerError, ErrorCodes.ServerFault)
            : null;

        var report = await _tenant.Companies.UpsertAsync(TableTenant.List(600), CompanyFields.Name);

        report.NotAttempted.Should().HaveCount(500).And.OnlyContain(row => row.RequestId == "r-2" && row.Errors.Count == 1);
        report.Inserted.Should().HaveCount(100);
        report.StoppedBy.Should().BeNull();
    }

    [Fact]
    public async Task Rows_of_the_same_key_in_two_writes_wait_for_each_other()
    {
        var writes = Enumerable.Range(0, 4).Select(i => _tenant.Companies.UpsertAsync([new Company { Name = "a", Employees = i }], CompanyFields.Name));

        var reports = await Task.WhenAll(writes);

        reports.SelectMany(report => report.Rows).Select(row => row.Status).Order().Should().Equal(RowStatus.Inserted, RowStatus.Updated, RowStatus.Updated, RowStatus.Updated);
        _tenant.Rows.Should().ContainSingle();
    }

    [Fact]
    public async Task Keys_that_a_write_cannot_use_are_refused_with_another_way()
    {
        await _tenant.Awaiting(each => each.Companies.UpsertAsync([new Company()], IdentifierKeys.Gsid)).Should().ThrowAsync<ArgumentException>()
            .WithMessage("An upsert cannot use Gsid as a key, because a new row has none. Use UpdateAsync, or name another key.*");
        await _tenant.Awaiting(each => each.Companies.InsertAsync([new Company()], new WriteOptions { VerifyBy = IdentifierKeys.Gsid })).Should().ThrowAsync<ArgumentException>()
            .WithMessage("VerifyBy cannot be Gsid, because a new row has none. Name another key.*");
        await _tenant.Awaiting(each => each.Companies.UpdateAsync([new Company()], CompanyFields.Csm)).Should().ThrowAsync<ArgumentException>()
            .WithMessage("Csm is a lookup, which Gainsight does not accept as the key of an update. Update by Gsid, or use UpsertAsync, which reads the keys itself.*");
    }

    [Fact]
    public async Task A_value_that_cannot_be_sent_fails_its_row_alone()
    {
        Company[] rows = [new() { Name = "a", ["Industry"] = "half \uD83D" }, new() { Name = "b" }];

        var report = await _tenant.Companies.InsertAsync(rows);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Failed, RowStatus.Inserted);
        report.Failed[0].Errors.Should().ContainSingle().Which.Should().Match<RecordError>(error =>
            error.Code == RecordErrorCodes.InvalidValue && error.Field == "Industry" && error.Message.Contains("half a surrogate pair"));
    }

    [Fact]
    public async Task A_row_that_was_just_inserted_is_waited_for_until_the_tenant_shows_it()
    {
        await _tenant.Companies.InsertAsync([new Company { Name = "z" }]);
        await _tenant.Companies.UpsertAsync(TableTenant.List(1), CompanyFields.Name);
        var shown = _tenant.Clock.GetUtcNow() + TimeSpan.FromSeconds(5);
        _tenant.Before = call => call.Kind == "query" && _tenant.Clock.GetUtcNow() < shown ? TableTenant.Written("[]") : null;

        var again = await _tenant.Companies.UpsertAsync(TableTenant.List(1), CompanyFields.Name);
        var other = await _tenant.Companies.UpsertAsync(TableTenant.List(1, first: 5), CompanyFields.Name);

        again.Updated.Should().ContainSingle();
        other.Inserted.Should().ContainSingle();
        _tenant.Clock.Passed.Should().ContainSingle(delay => delay > TimeSpan.FromSeconds(4) && delay <= TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task The_wait_for_a_row_that_was_just_inserted_is_the_same_when_the_clock_is_set(int minutes)
    {
        await _tenant.Companies.UpsertAsync(TableTenant.List(1), CompanyFields.Name);
        var shown = _tenant.Clock.GetTimestamp() + TimeSpan.FromSeconds(5).Ticks;
        _tenant.Before = call => call.Kind == "query" && _tenant.Clock.GetTimestamp() < shown ? TableTenant.Written("[]") : null;
        _tenant.Clock.Set(_tenant.Clock.GetUtcNow() + TimeSpan.FromMinutes(minutes));

        var again = await _tenant.Companies.UpsertAsync(TableTenant.List(1), CompanyFields.Name);

        again.Updated.Should().ContainSingle();
        _tenant.Names.Should().Equal("c0");
        _tenant.Clock.Passed.Should().OnlyContain(delay => delay <= TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task An_update_names_its_bad_row_by_what_it_sends()
    {
        _tenant.Add("a");
        _tenant.Add("b");
        var loaded = Wire.Company("""{"Gsid":"1P2","Name":"b","Stage":"Odd"}""");
        loaded.Employees = 5;
        _tenant.Before = call => call is { Kind: "update", Number: 1 }
            ? TableTenant.Refusal(data: """{"errors":[{"errorCode":"GSOBJ_1012","fieldName":"Stage","invalidValue":"Odd"}]}""")
            : null;

        var report = await _tenant.Companies.UpdateAsync([new Company { Gsid = "1P1", Stage = "Odd" }, loaded]);

        report.Rows.Select(row => row.Status).Should().Equal([RowStatus.Failed, RowStatus.Updated], "what was only loaded is not sent");
    }

    [Fact]
    public async Task An_update_names_the_GSID_that_is_wrong()
    {
        _tenant.Add("a");
        _tenant.Before = call => call is { Kind: "update", Number: 1 }
            ? TableTenant.Refusal(data: """{"errors":[{"errorCode":"GSOBJ_1012","fieldName":"Gsid","invalidValue":"wrong"}]}""")
            : null;

        var report = await _tenant.Companies.UpdateAsync([new Company { Gsid = "wrong", Employees = 1 }, new Company { Gsid = "1P1", Employees = 1 }]);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Failed, RowStatus.Updated);
        _tenant.Updates.Count().Should().Be(2);
    }

    [Fact]
    public async Task Rows_are_compared_by_their_keys_alone_if_the_tenant_refuses_to_read_more()
    {
        _tenant.Add("c0", employees: 0);
        _tenant.Before = call => call.Kind == "query" && call.Body!["select"]!.ToJsonString().Contains("Employees", StringComparison.Ordinal) ? TableTenant.Refusal() : null;

        var report = await _tenant.Companies.UpsertAsync(TableTenant.List(600), CompanyFields.Name, new WriteOptions { SkipUnchanged = true });

        (report.Rows[0].Status, report.Inserted.Count).Should().Be((RowStatus.Updated, 599));
        _tenant.Reads.Count(call => call.Body!["select"]!.ToJsonString().Contains("Employees", StringComparison.Ordinal)).Should().Be(1);
    }

    [Fact]
    public async Task A_client_that_only_reads_writes_nothing()
    {
        using TableTenant tenant = new(options => options.ReadOnly = true);

        await tenant.Awaiting(each => each.Companies.InsertAsync(TableTenant.List(1))).Should().ThrowAsync<InvalidOperationException>();
        tenant.Invoking(each => each.Companies.InsertStreamAsync(TableTenant.List(1).ToAsync())).Should().Throw<InvalidOperationException>();

        tenant.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task Without_rows_or_options_nothing_is_written()
    {
        await _tenant.Awaiting(each => each.Companies.InsertAsync((IEnumerable<Company>)null!)).Should().ThrowAsync<ArgumentNullException>().WithParameterName("rows");
        await _tenant.Awaiting(each => each.Companies.InsertAsync(TableTenant.List(1), options: null!)).Should().ThrowAsync<ArgumentNullException>().WithParameterName("options");
        (await _tenant.Companies.InsertAsync([])).Rows.Should().BeEmpty();

        _tenant.Calls.Should().BeEmpty();
    }
}
