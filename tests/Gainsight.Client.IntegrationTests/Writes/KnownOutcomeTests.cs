using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Writes;

/// <summary>No row is told more than is known: counts are no outcomes, positions no identities, and a row that is found may be another writer's.</summary>
public sealed class KnownOutcomeTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_in_another_order_gives_every_row_its_own_GSID_or_none(bool isUpsert)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.WriteEcho = WriteEcho.Fields;
        var gainsight = Answering(tenant, "/objects/Company", data => data["records"] = new JsonArray([.. data["records"]!.AsArray().Reverse().Select(record => record!.DeepClone())]));

        var report = isUpsert
            ? await gainsight.Companies.UpsertAsync(Rows.Companies(10), CompanyFields.Name)
            : await gainsight.Companies.InsertAsync(Rows.Companies(10));

        report.Inserted.Should().HaveCount(10).And.OnlyContain(row => tenant.Named(row.Record.Name!).Single().Gsid == row.Gsid);
    }

    [Fact]
    public async Task Rows_that_the_answer_repeats_with_other_keys_get_no_GSID()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.WriteEcho = WriteEcho.Fields;
        var gainsight = Answering(tenant, "/objects/Company", data =>
        {
            foreach (var record in data["records"]!.AsArray())
            {
                record!["Name"] = "another";
            }
        });

        var report = await gainsight.Companies.UpsertAsync(Rows.Companies(3), CompanyFields.Name);

        report.Inserted.Should().HaveCount(3).And.OnlyContain(row => row.Gsid == null);
    }

    [Theory]
    [InlineData(EmulatorOperations.Update)]
    [InlineData(EmulatorOperations.PersonUpsert)]
    public async Task A_row_that_a_lost_attempt_wrote_has_not_failed_because_the_retry_was_refused_without_a_reason(string operation)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(1);
        tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerErrorAfterCommit) { Operation = operation, Count = 1 });
        var refused = tenant.Emulator.Faults.Add(new Fault(FaultKind.Respond) { Operation = operation, Status = 400, Body = """{"message":"Bad Request"}""" });
        var gainsight = tenant.CreateClient();

        RowStatus[] told = operation == EmulatorOperations.Update
            ? [.. (await gainsight.Companies.UpdateAsync(Rows.Companies(1), CompanyFields.Name)).Rows.Select(row => row.Status)]
            : [.. (await gainsight.People.UpsertAsync([new Person { Email = "ada@example.com", LastName = "Ada" }])).Rows.Select(row => row.Status)];

        refused.Fired.Should().BePositive();
        told.Should().Equal(RowStatus.Unknown);
    }

    [Fact]
    public async Task Rows_that_a_lost_attempt_may_have_updated_do_not_end_the_write_when_the_retry_is_refused_without_a_reason()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(120);
        tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerErrorAfterCommit) { Operation = EmulatorOperations.Update, Count = 1 });
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Respond) { Operation = EmulatorOperations.Update, Count = 1, Status = 400, Body = """{"message":"Bad Request"}""" });

        var report = await tenant.CreateClient().Companies.UpdateAsync(Rows.Companies(120), CompanyFields.Name, new WriteOptions { MaxConcurrency = 1 });

        report.StoppedBy.Should().BeNull();
        report.Updated.Should().HaveCount(120);
    }

    [Theory]
    [InlineData(PartialMatchForm.MatchesUpdatedRestSilent, WriteEcho.UpdatesEchoFields)]
    [InlineData(PartialMatchForm.MatchesUpdatedRestSilent, WriteEcho.GsidOnly)]
    [InlineData(PartialMatchForm.MatchesUpdatedRestReported, WriteEcho.UpdatesEchoFields)]
    [InlineData(PartialMatchForm.MatchesUpdatedRestReported, WriteEcho.GsidOnly)]
    public async Task A_key_with_two_rows_does_not_hide_a_key_without_one(PartialMatchForm form, WriteEcho echo)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.PartialMatch = form;
        tenant.Emulator.Switches.ErrorScope = ErrorScope.FirstError;
        tenant.Emulator.Switches.WriteEcho = echo;
        tenant.Seed(1);
        tenant.Seed(1);

        var report = await tenant.CreateClient().Companies.UpdateAsync(Rows.Companies(3), CompanyFields.Name);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Updated, RowStatus.Failed, RowStatus.Failed);
        tenant.Named(Rows.Name(0)).Should().OnlyContain(row => Equals(row["Employees"], 0m));
    }

    [Fact]
    public async Task A_row_of_another_writer_that_is_found_after_a_lost_answer_is_updated_by_an_upsert()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = OtherWriter(tenant);

        var report = await gainsight.Companies.UpsertAsync(Rows.Companies(3), CompanyFields.Name);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Updated, RowStatus.Inserted, RowStatus.Inserted);
        tenant.Names().Should().Equal(Rows.Name(0), Rows.Name(1), Rows.Name(2));
        tenant.Companies.Rows.Select(row => (decimal)row["Employees"]!).Should().BeEquivalentTo([0m, 1m, 2m]);
    }

    [Fact]
    public async Task A_row_of_another_writer_that_is_found_after_a_lost_answer_leaves_an_insert_unknown()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = OtherWriter(tenant);

        var report = await gainsight.Companies.InsertAsync(Rows.Companies(3), new WriteOptions { VerifyBy = CompanyFields.Name });

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Unknown, RowStatus.Inserted, RowStatus.Inserted);
        tenant.Named(Rows.Name(0)).Single()["Employees"].Should().Be(-1m);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_update_that_names_only_its_key_fails_where_the_tenant_has_no_such_row(bool skips)
    {
        await using var tenant = await Tenant.StartAsync();
        var gsid = tenant.Seed(1)[0];
        Company[] rows = [new() { Name = Rows.Name(0) }, new() { Name = Rows.Name(1) }];

        var report = await tenant.CreateClient().Companies.UpdateAsync(rows, CompanyFields.Name, new WriteOptions { SkipUnchanged = skips });

        report.Rows.Select(row => (row.Status, row.Gsid)).Should().Equal((RowStatus.Unchanged, gsid), (RowStatus.Failed, null));
        tenant.Calls(EmulatorOperations.Update).Should().Be(0);
        tenant.Calls(EmulatorOperations.Query).Should().BeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task Rows_that_were_read_and_not_changed_cost_no_call()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(3);
        var gainsight = tenant.CreateClient();
        var rows = await gainsight.Companies.Query().ToListAsync();
        var before = tenant.Emulator.Requests.Count;

        var report = await gainsight.Companies.UpdateAsync(rows, IdentifierKeys.Gsid);

        report.Unchanged.Should().HaveCount(3);
        tenant.Emulator.Requests.Count.Should().Be(before);
    }

    [Fact]
    public async Task A_single_row_that_the_answer_counts_as_written_and_as_bad_is_unknown()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(1);
        var gainsight = Answering(tenant, "/objects/Company", data => data["errors"] = JsonNode.Parse(
            """[[{"success":false,"errors":[{"errorCode":"GSOBJ_1012","errorMessage":"No.","fieldName":"Employees","invalidValue":"0"}]}]]"""));

        var report = await gainsight.Companies.UpdateAsync(Rows.Companies(1), CompanyFields.Name);

        report.Unknown.Should().ContainSingle().Which.Errors.Should().NotBeEmpty();
        tenant.Named(Rows.Name(0)).Single()["Employees"].Should().Be(0m);
    }

    [Fact]
    public async Task A_semicolon_in_a_text_does_not_make_it_a_list()
    {
        await using var tenant = await Tenant.StartAsync();
        var error = """{"errorCode":"GSOBJ_1012","errorMessage":"No.","fieldName":"ParentCompany","invalidValue":"Acme"}""";
        var refusals = 0;
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (_, _, _) => ++refusals == 1
                ? (HttpStatusCode.BadRequest, $$$"""{"result":false,"errorCode":"GSOBJ_1012","errorDesc":"No.","requestId":"r","data":{"errors":[[{"errors":[{{{error}}}]}]]}}""")
                : null,
        });
        Company[] rows =
        [
            new() { Name = "A", ParentCompany = "Acme;Beta" },
            new() { Name = "B", ParentCompany = "Acme" },
        ];

        var report = await gainsight.Companies.InsertAsync(rows);

        report.Rows[1].Status.Should().Be(RowStatus.Failed);
        report.Rows[0].Errors.Should().NotContain(reported => reported.InvalidValue == "Acme");
    }

    /// <summary>A tenant where another writer creates the first row while the call is under way, whose answer is then lost before anything is done.</summary>
    private static GainsightClient OtherWriter(Tenant tenant)
    {
        tenant.Emulator.Faults.Add(new Fault(FaultKind.CutBeforeRead) { Operation = EmulatorOperations.Insert, Count = 1 });
        var inserts = 0;
        Intercept? wire = null;
        return tenant.CreateClient(options => options.PrimaryHandler = wire = new Intercept(options.PrimaryHandler!)
        {
            Before = _ =>
            {
                (var method, var path, var _) = wire!.Sent.Last();
                if (method == HttpMethod.Post && path.EndsWith("/objects/Company", StringComparison.Ordinal) && inserts++ == 0)
                {
                    tenant.Seed(1);
                }
            },
        });
    }

    /// <summary>Changes the data of the answers of writes.</summary>
    private static GainsightClient Answering(Tenant tenant, string path, Action<JsonNode> change) =>
        tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (request, status, body) =>
            {
                if (!request.RequestUri!.AbsolutePath.EndsWith(path, StringComparison.Ordinal) || status != HttpStatusCode.OK)
                {
                    return null;
                }

                var answer = JsonNode.Parse(body)!;
                change(answer["data"]!);
                return (status, answer.ToJsonString(new JsonSerializerOptions()));
            },
        });

    [Theory]
    [InlineData("delete")]
    [InlineData("person")]
    [InlineData("CTA")]
    public async Task A_row_that_a_lost_attempt_wrote_has_not_failed_because_the_retry_was_too_large_for_a_proxy(string what)
    {
        await using var tenant = await Tenant.StartAsync();
        var gsid = tenant.Companies.Insert(("Name", "Acme"));
        var cta = tenant.Emulator.Object("call_to_action").Insert(("Name", "Call"), ("CompanyId", gsid));
        var operation = what switch { "delete" => EmulatorOperations.Delete, "person" => EmulatorOperations.PersonUpsert, _ => EmulatorOperations.CtaUpdate };
        var lost = tenant.Emulator.Faults.Add(new Fault(FaultKind.CutAfterCommit) { Operation = operation, Count = 1 });
        var proxy = tenant.Emulator.Faults.Add(new Fault(FaultKind.Respond) { Operation = operation, Count = 1, Status = 413 });
        var gainsight = tenant.CreateClient();

        var status = what switch
        {
            "delete" => (await gainsight.Companies.DeleteAsync([gsid])).Rows[0].Status,
            "person" => (await gainsight.People.UpsertAsync([new Person { Email = "a@acme.example", LastName = "A" }])).Rows[0].Status,
            _ => (await gainsight.Ctas.UpdateAsync([new Cta { Gsid = cta, Comments = "new" }])).Rows[0].Status,
        };

        (lost.Fired, proxy.Fired).Should().Be((1, 1));
        status.Should().Be(RowStatus.Unknown);
    }

    [Fact]
    public async Task Rows_whose_answer_has_a_status_that_no_API_uses_are_unknown_when_they_cannot_be_read()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.RespondAfterCommit) { Operation = EmulatorOperations.Insert, Status = 304, Body = "" });
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Before = static number =>
            {
                if (number > 1)
                {
                    throw new InvalidTimeZoneException("The application's own.");
                }
            },
        });

        var report = await gainsight.Companies.InsertAsync(Rows.Companies(3), new WriteOptions { VerifyBy = CompanyFields.Name });

        report.Unknown.Should().HaveCount(3);
        tenant.Companies.Count.Should().Be(3);
    }
}
