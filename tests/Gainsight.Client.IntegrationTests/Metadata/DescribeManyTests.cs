using System.Text.Json.Nodes;
using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Writes;

namespace Gainsight.Client.IntegrationTests.Metadata;

public sealed class DescribeManyTests
{
    private static readonly string[] Names = [.. Enumerable.Range(0, 45).Select(i => $"Thing_{i}__gc")];

    [Fact]
    public async Task Many_objects_are_described_in_batches_in_the_requested_order()
    {
        await using var tenant = await StartAsync();
        var gainsight = tenant.CreateClient();
        await gainsight.Metadata.DescribeAsync(Names[3]);

        var described = await gainsight.Metadata.DescribeAsync([.. Names, "company", Names[0]]);
        await gainsight.Metadata.DescribeAsync(Names[7]);

        described.Select(item => item.Name).Should().Equal([.. Names.Select(name => name.ToLowerInvariant()), "company", Names[0].ToLowerInvariant()]);
        described[45].Find("Stage")!.PicklistItems.Should().NotBeEmpty();
        tenant.Emulator.Requests.Snapshot().Select(request => request.Method).Should().Equal("GET", "POST", "POST", "POST");
    }

    [Fact]
    public async Task A_tenant_that_describes_only_one_object_per_call_gets_one_per_call_from_then_on()
    {
        await using var tenant = await StartAsync();
        tenant.Emulator.Switches.DescribesByPost = false;
        var gainsight = tenant.CreateClient();

        (await gainsight.Metadata.DescribeAsync(Names[..3])).Should().HaveCount(3);
        (await gainsight.Metadata.DescribeAsync(Names[3..6])).Should().HaveCount(3);

        tenant.Emulator.Requests.Snapshot().Select(request => request.Method).Should().Equal("POST", "GET", "GET", "GET", "GET", "GET", "GET");
    }

    [Theory]
    [InlineData(UnknownDescribeForm.WholeCallFails)]
    [InlineData(UnknownDescribeForm.LeftOut)]
    public async Task One_unknown_object_is_named_and_the_others_are_kept(UnknownDescribeForm form)
    {
        await using var tenant = await StartAsync();
        tenant.Emulator.Switches.UnknownDescribe = form;
        var gainsight = tenant.CreateClient();

        var failure = (await gainsight.Metadata.Invoking(metadata => metadata.DescribeAsync([.. Names[..15], "Nothing__gc"]))
            .Should().ThrowAsync<GainsightNotFoundException>()).Which;
        var calls = tenant.Emulator.Requests.Snapshot().Count;
        (await gainsight.Metadata.DescribeAsync(Names[..15])).Should().HaveCount(15);

        failure.Message.Should().Contain("Nothing__gc");
        calls.Should().BeLessThanOrEqualTo(4, "the list of objects shows which one is unknown");
        tenant.Emulator.Requests.Snapshot().Should().HaveCount(calls);
    }

    [Fact]
    public async Task An_object_that_a_batch_describes_without_fields_is_described_alone()
    {
        await using var tenant = await StartAsync();
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (request, status, body) => request.Method == HttpMethod.Post ? (status, WithoutFields(body, Names[1])) : null,
        });

        var described = await gainsight.Metadata.DescribeAsync(Names[..3]);

        described.Should().OnlyContain(description => description.Fields.Count > 0);
        tenant.Emulator.Requests.Snapshot().Select(request => request.Method).Should().Equal("POST", "GET");
    }

    [Fact]
    public async Task An_object_that_is_described_without_fields_twice_fails_and_the_others_of_its_batch_are_kept()
    {
        await using var tenant = await StartAsync();
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (_, status, body) => (status, WithoutFields(body, Names[1])),
        });

        var failure = (await gainsight.Metadata.Invoking(metadata => metadata.DescribeAsync(Names[..3])).Should().ThrowAsync<GainsightProtocolException>()).Which;
        var calls = tenant.Emulator.Requests.Snapshot().Count;
        await gainsight.Metadata.DescribeAsync([Names[0], Names[2]]);

        failure.Message.Should().Contain(Names[1]).And.Contain("no fields");
        tenant.Emulator.Requests.Snapshot().Should().HaveCount(calls);
    }

    [Fact]
    public async Task A_failure_of_the_tenant_ends_the_call_and_is_not_cached()
    {
        await using var tenant = await StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = EmulatorOperations.Describe, Count = 4 });
        var gainsight = tenant.CreateClient();

        await gainsight.Metadata.Invoking(metadata => metadata.DescribeAsync(Names)).Should().ThrowAsync<GainsightApiException>();

        tenant.Calls(EmulatorOperations.Describe).Should().Be(4);
        (await gainsight.Metadata.DescribeAsync(Names)).Should().HaveCount(45);
    }

    [Fact]
    public async Task A_caller_that_cancels_does_not_cancel_the_call_for_the_others()
    {
        await using var tenant = await StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Latency) { Operation = EmulatorOperations.Describe, Delay = TimeSpan.FromSeconds(5), Count = 1 });
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = Query.QueryHook.InProcess(tenant));
        using var impatient = new CancellationTokenSource(TimeSpan.FromSeconds(1), tenant.Clock);

        var first = gainsight.Metadata.DescribeAsync(Names[..10], impatient.Token);
        var second = gainsight.Metadata.DescribeAsync(Names[..10]);

        await first.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
        (await second).Should().HaveCount(10);
        tenant.Calls(EmulatorOperations.Describe).Should().Be(1);
    }

    [Fact]
    public async Task An_empty_list_of_names_costs_no_call()
    {
        await using var tenant = await Tenant.StartAsync();

        (await tenant.CreateClient().Metadata.DescribeAsync([])).Should().BeEmpty();

        tenant.Emulator.Requests.Snapshot().Should().BeEmpty();
    }

    private static string WithoutFields(string answer, string name)
    {
        var json = JsonNode.Parse(answer)!;
        foreach (var item in json["data"] as JsonArray ?? [])
        {
            if (string.Equals(item!["objectName"]!.GetValue<string>(), name, StringComparison.OrdinalIgnoreCase))
            {
                item["fields"] = new JsonArray();
            }
        }

        return json.ToJsonString();
    }

    private static async Task<Tenant> StartAsync()
    {
        var tenant = await Tenant.StartAsync();
        foreach (var name in Names)
        {
            tenant.Emulator.AddCustomObject(name);
        }

        return tenant;
    }
}
