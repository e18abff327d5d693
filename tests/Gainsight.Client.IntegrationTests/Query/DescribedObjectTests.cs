using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Query;

/// <summary>Objects that are known by name only.</summary>
public sealed class DescribedObjectTests
{
    [Fact]
    public async Task Without_a_selection_every_field_is_read_and_the_object_is_described_once()
    {
        await using var tenant = await Tenant.StartAsync();
        var assets = tenant.Emulator.Object("Asset__gc");
        assets.Insert(("Name", "Press"), ("Seats__gc", 4), ("Tier__gc", "Gold"), ("Settings__gc", "{\"a\":1}"));
        var gainsight = tenant.CreateClient();

        var row = (await gainsight.Objects("Asset__gc").Query().ToListAsync()).Should().ContainSingle().Which;
        await gainsight.Objects("Asset__gc").Query().FirstOrDefaultAsync();
        await gainsight.Objects("asset__gc").GetAsync(row.Gsid!);

        row.FieldNames.Should().BeEquivalentTo(assets.Fields.Select(field => field.Name));
        ((string?)row["Name"], row.Get(Field.Custom<int>("Seats__gc"))).Should().Be(("Press", 4));
        tenant.Calls(EmulatorOperations.Describe).Should().Be(1);
        tenant.Calls(EmulatorOperations.Query).Should().Be(4, "an empty page ends the first read");
    }

    [Fact]
    public async Task Concurrent_callers_share_the_description()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Object("Asset__gc").Insert(("Name", "Press"));
        var gainsight = tenant.CreateClient();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => gainsight.Objects("Asset__gc").Query().ToListAsync()));

        tenant.Calls(EmulatorOperations.Describe).Should().Be(1);
    }

    [Fact]
    public async Task A_failed_description_is_requested_again()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Object("Asset__gc").Insert(("Name", "Press"));
        tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = EmulatorOperations.Describe, Count = 4 });
        var gainsight = tenant.CreateClient();

        await ((Func<Task>)(() => gainsight.Objects("Asset__gc").Query().ToListAsync())).Should().ThrowAsync<GainsightApiException>();

        (await gainsight.Objects("Asset__gc").Query().ToListAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_caller_that_cancels_a_description_does_not_cancel_it_for_the_others()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Object("Asset__gc").Insert(("Name", "Press"));
        using var impatient = new CancellationTokenSource();
        (var gainsight, _) = QueryHook.CreateClient(tenant, configure: options =>
            options.PrimaryHandler = new CancelOnDescribe(impatient, options.PrimaryHandler!));

        var first = gainsight.Objects("Asset__gc").Query().ToListAsync(impatient.Token);
        var second = gainsight.Objects("Asset__gc").Query().ToListAsync();

        await ((Func<Task>)(() => first)).Should().ThrowAsync<OperationCanceledException>();
        (await second).Should().ContainSingle();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_object_without_an_id_is_read_by_offset(bool select)
    {
        await using var tenant = await Tenant.StartAsync();
        for (var i = 0; i < 25; i++)
        {
            tenant.Companies.Delete(tenant.Companies.Insert(("Name", $"Company {i}")));
        }

        (var gainsight, var hook) = QueryHook.CreateClient(tenant);
        var query = gainsight.Objects("record_delete_log").Query();
        query = select ? query.Select("RecordId", "DeletedOn", "ObjectName") : query;

        List<string?> ids = [];
        for (var read = 0; read < 2; read++)
        {
            ids.Clear();
            await foreach (var row in query.ReadAsync(new ReadOptions { PageSize = 10 }))
            {
                row.FieldNames.Should().NotContain("Gsid");
                ids.Add((string?)row["RecordId"]);
            }

            ids.Should().HaveCount(25).And.OnlyHaveUniqueItems();
        }

        tenant.Calls(EmulatorOperations.Describe).Should().Be(1);
        tenant.Calls(EmulatorOperations.Query).Should().Be(select ? 9 : 8, "only the first read has to detect it, and small pages end with an empty one");
        hook.Bodies.TakeLast(3).Should().OnlyContain(body => !body.Contains("Gsid"));
    }

    [Fact]
    public async Task A_wrong_field_of_an_object_with_an_id_still_throws_a_validation_exception()
    {
        await using var tenant = await Tenant.StartAsync();
        var assets = tenant.CreateClient().Objects("Asset__gc");

        await ((Func<Task>)(() => assets.Query().Select("Seat__gc").ToListAsync())).Should().ThrowAsync<GainsightValidationException>();

        tenant.Calls(EmulatorOperations.Query).Should().Be(1);
    }

    private sealed class CancelOnDescribe(CancellationTokenSource cancellation, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath.EndsWith("/describe", StringComparison.Ordinal))
            {
                await cancellation.CancelAsync();
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }
}
