using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Gainsight.Client.IntegrationTests.Users;

namespace Gainsight.Client.IntegrationTests.Writes;

/// <summary>The fault of a call is not that of its rows: size limits, firewalls, proxies.</summary>
public sealed class CallFaultTests
{
    [Theory]
    [InlineData(30, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(30, HttpStatusCode.BadRequest)]
    [InlineData(7, HttpStatusCode.BadRequest)]
    public async Task A_tenant_that_takes_fewer_rows_a_call_gets_smaller_calls_and_no_row_fails(int most, HttpStatusCode status)
    {
        await using var tenant = await Tenant.StartAsync();
        var gateway = Gateway.On(tenant, body => Count(body) > most ? (status, status == HttpStatusCode.BadRequest ? Intercept.Refusal : "<html>") : null, out var gainsight);

        var first = await gainsight.Companies.InsertAsync(Rows.Companies(200), new WriteOptions { MaxConcurrency = 1 });
        var before = gateway.Refused;
        var second = await gainsight.Companies.InsertAsync(Rows.Companies(200, first: 200), new WriteOptions { MaxConcurrency = 1 });

        first.Inserted.Should().HaveCount(200);
        second.Inserted.Should().HaveCount(200);
        gateway.Refused.Should().Be(before, "the smaller size is remembered");
        tenant.Companies.Count.Should().Be(400);
    }

    [Fact]
    public async Task One_answer_that_counts_a_row_less_does_not_make_later_calls_smaller()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(200);
        var gsids = tenant.Companies.Rows.Select(row => row.Gsid).ToList();
        var answers = 0;
        Intercept? wire = null;
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = wire = new Intercept(options.PrimaryHandler!)
        {
            Answer = (_, _, _) => answers++ == 0 ? (HttpStatusCode.OK, """{"result":true,"errorCode":null,"errorDesc":null,"requestId":"r","data":{"count":49},"message":null}""") : null,
        });
        (await gainsight.Companies.UpdateAsync(gsids.Take(50).Select(gsid => new Company { Gsid = gsid, Employees = 1 }), SystemFields.Gsid)).AllSucceeded.Should().BeTrue();
        var before = wire!.Sent.Count;

        (await gainsight.Companies.UpdateAsync(gsids.Select(gsid => new Company { Gsid = gsid, Employees = 2 }), SystemFields.Gsid)).AllSucceeded.Should().BeTrue();

        (wire.Sent.Count - before).Should().Be(4);
    }

    [Fact]
    public async Task A_single_row_that_is_too_large_fails_alone()
    {
        await using var tenant = await Tenant.StartAsync();
        Gateway.On(tenant, body => body.Length > 20_000 ? (HttpStatusCode.RequestEntityTooLarge, "<html>") : null, out var gainsight);
        var rows = Rows.Companies(60);
        rows[17].Summary = new string('x', 30_000);

        var report = await gainsight.Companies.InsertAsync(rows);

        report.Failed.Select(row => row.Index).Should().Equal(17);
        report.Inserted.Should().HaveCount(59);
    }

    [Theory]
    [InlineData("upsert")]
    [InlineData("update")]
    public async Task A_firewall_that_refuses_one_rows_text_costs_only_that_row(string kind)
    {
        await using var tenant = await Tenant.StartAsync();
        if (kind == "update")
        {
            tenant.Seed(120);
        }

        Gateway.On(tenant, body => body.Contains("<script", StringComparison.Ordinal) || body.Contains("\\u003Cscript", StringComparison.OrdinalIgnoreCase) ? Forbidden : null, out var gainsight);
        var rows = Rows.Companies(120);
        rows[77].Summary = "<script>";

        var report = kind == "update"
            ? await gainsight.Companies.UpdateAsync(rows, CompanyFields.Name)
            : await gainsight.Companies.UpsertAsync(rows, CompanyFields.Name);

        report.StoppedBy.Should().BeNull();

        // A new row is read back. That an old one was not updated is not known.
        (kind == "update" ? report.Unknown : report.Failed).Select(row => row.Index).Should().Equal(77);
        report.Rows.Count(row => row.Succeeded).Should().Be(119);
    }

    [Theory]
    [InlineData("upsert")]
    [InlineData("update")]
    [InlineData("custom object")]
    [InlineData("users")]
    public async Task A_firewall_that_refuses_the_read_of_one_key_costs_only_that_row(string kind)
    {
        await using var tenant = await Tenant.StartAsync();
        var key = kind == "users" ? TenantUsers.Many(120)[77].SfdcUserName! : Rows.Name(77);
        if (kind == "update")
        {
            tenant.Seed(120);
        }
        else if (kind == "users")
        {
            (await tenant.CreateClient().Users.InsertAsync(TenantUsers.Many(120))).AllSucceeded.Should().BeTrue();
        }

        var gateway = Gateway.On(tenant, body => body.Contains($"\"{key}\"", StringComparison.Ordinal) ? Forbidden : null, out var gainsight, alsoReads: true);

        (long Index, RowStatus Status, string? Code)[] rows = kind switch
        {
            "upsert" => Told(await gainsight.Companies.UpsertAsync(Rows.Companies(120), CompanyFields.Name)),
            "update" => Told(await gainsight.Companies.UpdateAsync(Rows.Companies(120), CompanyFields.Name, new WriteOptions { SkipUnchanged = true })),
            "users" => Told(await gainsight.Users.UpdateAsync(TenantUsers.Many(120), UserFields.SfdcUserName, new WriteOptions { SkipUnchanged = true })),
            _ => Told(await gainsight.Objects("Asset__gc").UpsertAsync(
                Rows.Companies(120).Select(row => new ObjectRecord { ["Name"] = row.Name, ["Serial_Number__gc"] = row.Name }), Field.Custom<string>("Serial_Number__gc"))),
        };

        rows.Where(row => row.Status == RowStatus.NotAttempted).Select(row => row.Index).Should().Equal(77);
        rows[77].Code.Should().NotBeNull();
        rows.Count(row => row.Status is RowStatus.Inserted or RowStatus.Updated or RowStatus.Unchanged).Should().Be(119);
        gateway.Refused.Should().BeLessThan(10);

        static (long, RowStatus, string?)[] Told<T>(WriteReport<T> report)
        {
            report.StoppedBy.Should().BeNull();
            return [.. report.Rows.Select(row => (row.Index, row.Status, row.Errors.Count > 0 ? row.Errors[0].Code : null))];
        }
    }

    [Fact]
    public async Task A_firewall_that_refuses_the_comparison_of_one_person_costs_only_that_person()
    {
        await using var tenant = await Tenant.StartAsync();
        Gateway.On(tenant, body => body.Contains("p10@", StringComparison.Ordinal) ? Forbidden : null, out var gainsight, alsoReads: true);

        var report = await gainsight.People.UpsertAsync(
            [.. Enumerable.Range(0, 40).Select(i => new Person { Email = $"p{i}@northwind.example", Name = $"P {i}" })], new WriteOptions { SkipUnchanged = true });

        report.Unknown.Select(row => row.Index).Should().Equal(10);
        report.Upserted.Should().HaveCount(39);
    }

    [Fact]
    public async Task A_firewall_that_refuses_every_read_leaves_the_rows_not_attempted_after_three_calls()
    {
        await using var tenant = await Tenant.StartAsync();
        var gateway = Gateway.On(tenant, _ => Forbidden, out var gainsight, alsoReads: true);

        var report = await gainsight.Companies.UpsertAsync(Rows.Companies(400), CompanyFields.Name);

        report.NotAttempted.Should().HaveCount(400).And.OnlyContain(row => row.Errors.Count > 0);
        gateway.Refused.Should().Be(3);
        tenant.Companies.Count.Should().Be(0);
    }

    [Fact]
    public async Task An_insert_that_a_firewall_refuses_is_unknown_and_the_others_are_written()
    {
        await using var tenant = await Tenant.StartAsync();
        Gateway.On(tenant, body => body.Contains("Company 0077", StringComparison.Ordinal) ? Forbidden : null, out var gainsight);

        var report = await gainsight.Companies.InsertAsync(Rows.Companies(120));

        report.Unknown.Should().HaveCount(50).And.Contain(row => row.Index == 77);
        report.Inserted.Should().HaveCount(70);
        report.StoppedBy.Should().BeNull();
    }

    [Fact]
    public async Task A_firewall_that_refuses_every_insert_stops_a_write_whose_rows_have_no_key()
    {
        await using var tenant = await Tenant.StartAsync();
        var gateway = Gateway.On(tenant, _ => Forbidden, out var gainsight);
        var rows = Enumerable.Range(0, 1_000).Select(i => new ObjectRecord { ["Name"] = $"Asset {i}" });

        var report = await gainsight.Objects("Asset__gc").InsertAsync(rows, new WriteOptions { MaxConcurrency = 1 });

        report.StoppedBy.Should().NotBeNull();
        (report.Unknown.Count, report.NotAttempted.Count).Should().Be((150, 850));
        gateway.Refused.Should().Be(3);
    }

    [Fact]
    public async Task A_firewall_that_refuses_one_person_costs_only_that_person()
    {
        await using var tenant = await Tenant.StartAsync();
        Gateway.On(tenant, body => body.Contains("p100@", StringComparison.Ordinal) ? Forbidden : null, out var gainsight);

        var report = await gainsight.People.UpsertAsync(
            [.. Enumerable.Range(0, 200).Select(i => new Person { Email = $"p{i}@northwind.example", Name = $"P {i}" })]);

        report.Unknown.Select(row => row.Index).Should().Equal(100);
        report.Upserted.Should().HaveCount(199);
    }

    [Fact]
    public async Task A_firewall_that_refuses_both_halves_stops_the_write()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(500);
        var gateway = Gateway.On(tenant, _ => Forbidden, out var gainsight);

        var report = await gainsight.Companies.UpdateAsync(Rows.Companies(500), CompanyFields.Name, new WriteOptions { MaxConcurrency = 1 });

        report.StoppedBy.Should().BeAssignableTo<GainsightException>();
        (report.Unknown.Count, report.NotAttempted.Count).Should().Be((50, 450));
        gateway.Refused.Should().BeLessThanOrEqualTo(3);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(407)]
    [InlineData(421)]
    [InlineData(431)]
    [InlineData(451)]
    public async Task A_page_of_a_proxy_stops_the_write_and_no_row_fails(int status)
    {
        await using var tenant = await Tenant.StartAsync();
        var calls = 0;
        var gateway = Gateway.On(tenant, _ => ++calls > 2 ? ((HttpStatusCode)status, "<html>") : null, out var gainsight);

        var report = await gainsight.Companies.InsertAsync(Rows.Companies(300), new WriteOptions { MaxConcurrency = 1 });

        report.StoppedBy.Should().NotBeNull();
        report.Inserted.Should().HaveCount(100);
        report.NotAttempted.Should().HaveCount(200);
        gateway.Refused.Should().Be(1);
    }

    [Theory]
    [InlineData(400, """{"message":"Bad Request"}""")]
    [InlineData(404, """{"message":"no Route matched with those values"}""")]
    [InlineData(409, "{}")]
    [InlineData(422, """{"resu""")]
    public async Task A_refusal_in_JSON_that_is_not_Gainsights_stops_the_write_and_no_row_fails(int status, string body)
    {
        await using var tenant = await Tenant.StartAsync();
        var calls = 0;
        var gateway = Gateway.On(tenant, _ => ++calls > 2 ? ((HttpStatusCode)status, body) : null, out var gainsight);

        var report = await gainsight.Companies.InsertAsync(Rows.Companies(300), new WriteOptions { MaxConcurrency = 1 });

        report.StoppedBy.Should().NotBeNull();
        report.Inserted.Should().HaveCount(100);
        report.NotAttempted.Should().HaveCount(200);
        gateway.Refused.Should().Be(1);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(425)]
    public async Task A_page_that_says_that_the_request_was_late_leaves_the_rows_unknown(int status)
    {
        await using var tenant = await Tenant.StartAsync();
        var calls = 0;
        Gateway.On(tenant, _ => ++calls == 2 ? ((HttpStatusCode)status, "<html>") : null, out var gainsight);

        var report = await gainsight.Companies.InsertAsync(Rows.Companies(150), new WriteOptions { MaxConcurrency = 1 });

        report.Failed.Should().BeEmpty();
        report.Unknown.Concat(report.Inserted).Should().HaveCount(150);
        report.Inserted.Should().HaveCount(tenant.Companies.Count);
    }

    private static (HttpStatusCode, string)? Forbidden => (HttpStatusCode.Forbidden, "<html>Blocked</html>");

    private static int Count(string body) => body.Split("\"Name\":").Length - 1;

    /// <summary>Something between the client and the tenant that refuses some writes without passing them on.</summary>
    private sealed class Gateway(HttpMessageHandler inner, Func<string, (HttpStatusCode Status, string Body)?> refuse, bool alsoReads) : DelegatingHandler(inner)
    {
        private readonly ConcurrentQueue<string> _refused = new();

        public int Refused => _refused.Count;

        public static Gateway On(Tenant tenant, Func<string, (HttpStatusCode Status, string Body)?> refuse, out GainsightClient gainsight, bool alsoReads = false)
        {
            Gateway? gateway = null;
            gainsight = tenant.CreateClient(options => options.PrimaryHandler = gateway = new Gateway(options.PrimaryHandler!, refuse, alsoReads));
            return gateway!;
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
            if ((!alsoReads && request.RequestUri!.AbsolutePath.Contains("/query/", StringComparison.Ordinal)) || refuse(body) is not { } answer)
            {
                return await base.SendAsync(request, cancellationToken);
            }

            _refused.Enqueue(body);
            var isPage = answer.Body.StartsWith('<');
            return new(answer.Status) { Content = new StringContent(answer.Body, Encoding.UTF8, isPage ? "text/html" : "application/json"), RequestMessage = request };
        }
    }
}
