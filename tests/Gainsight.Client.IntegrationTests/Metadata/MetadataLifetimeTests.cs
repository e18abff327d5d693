using System.Net;
using System.Text.Json.Nodes;
using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Writes;

namespace Gainsight.Client.IntegrationTests.Metadata;

/// <summary>Metadata that changes while a client runs.</summary>
public sealed class MetadataLifetimeTests
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    [Fact]
    public async Task Metadata_is_read_again_after_its_lifetime()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        await gainsight.Metadata.DescribeAsync("Company");
        tenant.Companies.AddField("New__gc", EmulatedDataType.String);

        tenant.Clock.Advance(Lifetime - TimeSpan.FromSeconds(1));
        (await gainsight.Metadata.DescribeAsync("Company")).Find("New__gc").Should().BeNull();
        tenant.Clock.Advance(TimeSpan.FromSeconds(1));

        (await gainsight.Metadata.DescribeAsync("Company")).Find("New__gc").Should().NotBeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_lifetime_that_is_not_positive_is_refused(int seconds)
    {
        var build = () => new GainsightClient(new GainsightClientOptions
        {
            Tenant = "acme",
            Credential = new AccessKeyCredential("key"),
            MetadataLifetime = TimeSpan.FromSeconds(seconds),
        });

        build.Should().Throw<ArgumentException>().WithMessage("*MetadataLifetime*");
    }

    [Fact]
    public async Task A_new_item_is_found_at_once_by_queries_and_writes_that_ask_for_it()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        await gainsight.Metadata.DescribeAsync("Company");
        tenant.Companies.Field("Stage").Picklist!.AddItem("Orbiting");
        tenant.Companies.Insert(("Name", "A"), ("Stage", "Orbiting"));

        var rows = await gainsight.Companies.Query().Select(CompanyFields.Stage).Where(CompanyFields.Stage.EqualTo("orbiting")).WithLabels().ToListAsync();
        tenant.Companies.Field("Stage").Picklist!.AddItem("Landing");
        tenant.Clock.Advance(TimeSpan.FromMinutes(1));
        var report = await gainsight.Companies.InsertAsync([new Company { Name = "B", Stage = "Landing" }], new WriteOptions { Preflight = true });

        rows.Should().ContainSingle().Which.GetLabel(CompanyFields.Stage).Should().Be("Orbiting");
        report.Inserted.Should().ContainSingle();
    }

    [Fact]
    public async Task A_new_field_is_accepted_by_a_preflight()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        await gainsight.Metadata.DescribeAsync("Company");
        tenant.Companies.AddField("New__gc", EmulatedDataType.String);

        var report = await gainsight.Companies.InsertAsync([new Company { Name = "B", ["New__gc"] = "x" }], new WriteOptions { Preflight = true });

        report.Inserted.Should().ContainSingle();
    }

    [Fact]
    public async Task A_name_that_is_missing_for_good_is_looked_up_at_most_once_a_minute()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        await gainsight.Metadata.DescribeAsync("Company");
        var query = gainsight.Companies.Query().Where(CompanyFields.Stage.EqualTo("Orbiting")).WithLabels();

        for (var i = 0; i < 10; i++)
        {
            await query.Invoking(each => each.ToListAsync()).Should().ThrowAsync<ArgumentException>();
        }

        tenant.Calls(EmulatorOperations.Describe).Should().Be(2);
        tenant.Clock.Advance(TimeSpan.FromMinutes(1));
        await query.Invoking(each => each.ToListAsync()).Should().ThrowAsync<ArgumentException>();
        tenant.Calls(EmulatorOperations.Describe).Should().Be(3);
    }

    [Fact]
    public async Task A_refresh_that_fails_keeps_what_is_known()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient(options => options.Retry.MaxRetries = 0);
        await gainsight.Metadata.DescribeAsync("Company");
        tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = EmulatorOperations.Describe });

        tenant.Clock.Advance(Lifetime);
        var description = await gainsight.Metadata.DescribeAsync("Company");
        await gainsight.Metadata.DescribeAsync("Company");

        description.Find("Name").Should().NotBeNull();
        tenant.Calls(EmulatorOperations.Describe).Should().Be(2, "the next attempt comes a minute later");
    }

    [Fact]
    public async Task A_deleted_field_does_not_break_reads_without_a_selection()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Object("Asset__gc").Insert(("Name", "Press"));
        var isDeleted = false;
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (request, status, text) => !isDeleted ? null
                : request.RequestUri!.AbsolutePath.Contains("/describe", StringComparison.Ordinal) ? (status, WithoutSeats(text))
                : request.Content!.ReadAsStringAsync().Result.Contains("Seats__gc", StringComparison.Ordinal)
                    ? (HttpStatusCode.BadRequest, """{"result":false,"errorCode":"GSOBJ_1002","errorDesc":"x","requestId":"r"}""")
                    : null,
        });
        var query = gainsight.Objects("Asset__gc").Query();
        await query.ToListAsync();
        isDeleted = true;

        (await query.ToListAsync()).Should().ContainSingle();
        var calls = tenant.Emulator.Requests.Count;
        (await query.FirstOrDefaultAsync()).Should().NotBeNull();

        (tenant.Emulator.Requests.Count - calls).Should().Be(1, "the fields are known now");
        (await query.Select("Seats__gc").Invoking(each => each.ToListAsync()).Should().ThrowAsync<GainsightValidationException>())
            .Which.Errors.Should().ContainSingle().Which.Field.Should().Be("Seats__gc");
    }

    private static string WithoutSeats(string description)
    {
        var json = JsonNode.Parse(description)!;
        foreach (var item in json["data"]!.AsArray())
        {
            var fields = item!["fields"]!.AsArray();
            fields.Remove(fields.Single(field => (string?)field!["fieldName"] == "Seats__gc"));
        }

        return json.ToJsonString();
    }
}
