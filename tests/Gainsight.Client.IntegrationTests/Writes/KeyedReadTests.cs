using System.Net;
using System.Text.Json.Nodes;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Writes;

/// <summary>The read of the keys before an upsert: what a refusal of it means, and what its answer proves.</summary>
public sealed class KeyedReadTests
{
    [Theory]
    [InlineData("")]
    [InlineData("""{"result":false,"errorCo""")]
    [InlineData("""{"resu""")]
    [InlineData("""{"message":"Bad Request"}""")]
    public async Task A_refusal_that_is_not_a_readable_one_of_Gainsight_does_not_change_how_the_next_keys_are_asked_for(string body)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Respond) { Operation = EmulatorOperations.Query, Count = 1, Status = 400, Body = body });
        var gainsight = CreateClient(tenant, out var sent);

        var report = await TryAsync(() => gainsight.Companies.UpsertAsync(Rows.Companies(1500), CompanyFields.Name, new WriteOptions { MaxConcurrency = 1 }));

        (report is null || report.AllSucceeded).Should().BeTrue();
        tenant.Companies.Count.Should().Be(report is null ? 0 : 1500);
        sent.Sent.Count(request => request.Path.Contains("/query/", StringComparison.Ordinal)).Should().BeLessThanOrEqualTo(1 + 10 + 2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(333)]
    public async Task A_key_that_the_tenant_refuses_to_look_up_costs_only_its_row(int bad)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(100, first: 100);
        Refuse(tenant, Rows.Name(bad));
        var gainsight = CreateClient(tenant, out var sent);

        var report = await gainsight.Companies.UpsertAsync(Rows.Companies(1500), CompanyFields.Name, new WriteOptions { MaxConcurrency = 1 });

        report.StoppedBy.Should().BeNull();
        report.NotAttempted.Should().ContainSingle().Which.Should().Match<RowOutcome<Company>>(row => row.Index == bad && row.Errors[0].Code == "GSOBJ_1008");
        (report.Updated.Count, report.Inserted.Count, tenant.Companies.Count).Should().Be((100, 1399, 1499));
        sent.Sent.Count(request => request.Path.Contains("/query/", StringComparison.Ordinal)).Should().BeLessThanOrEqualTo(50);
    }

    [Fact]
    public async Task A_tenant_that_refuses_to_look_up_any_key_is_asked_a_few_times()
    {
        await using var tenant = await Tenant.StartAsync();
        Refuse(tenant, "Company");
        var gainsight = CreateClient(tenant, out var sent);

        await FluentActions.Awaiting(() => gainsight.Companies.UpsertAsync(Rows.Companies(500), CompanyFields.Name)).Should().ThrowAsync<GainsightValidationException>();

        sent.Sent.Count.Should().BeLessThanOrEqualTo(8);
        tenant.Companies.Count.Should().Be(0);
    }

    [Theory]
    [InlineData("Gsid")]
    [InlineData("Name")]
    public async Task Rows_that_come_without_their_GSID_or_key_prove_nothing(string missing)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(20);
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (request, status, body) => request.RequestUri!.AbsolutePath.Contains("/query/", StringComparison.Ordinal) ? (status, Without(missing, body)) : null,
        });

        var report = await TryAsync(() => gainsight.Companies.UpsertAsync(Rows.Companies(20), CompanyFields.Name));

        (report is null || report.NotAttempted.Count == 20).Should().BeTrue();
        tenant.Names().Should().OnlyHaveUniqueItems().And.HaveCount(20);
    }

    private static async Task<WriteReport<Company>?> TryAsync(Func<Task<WriteReport<Company>>> write)
    {
        try
        {
            return await write();
        }
        catch (GainsightException)
        {
            return null;
        }
    }

    private static GainsightClient CreateClient(Tenant tenant, out Intercept sent)
    {
        Intercept? intercept = null;
        var client = tenant.CreateClient(options => options.PrimaryHandler = intercept = new Intercept(options.PrimaryHandler!));
        sent = intercept!;
        return client;
    }

    private static void Refuse(Tenant tenant, string text) => tenant.Emulator.Faults.Add(new Fault(FaultKind.Respond)
    {
        Operation = EmulatorOperations.Query,
        BodyContains = text,
        Status = (int)HttpStatusCode.BadRequest,
        Body = Intercept.Refusal,
    });

    private static string Without(string member, string body)
    {
        var json = JsonNode.Parse(body)!;
        foreach (var record in json["data"]!["records"]!.AsArray())
        {
            record!.AsObject().Remove(member);
        }

        return json.ToJsonString();
    }
}
