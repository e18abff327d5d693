namespace Gainsight.Client.IntegrationTests.Writes;

/// <summary>Messages about one thing speak of one thing.</summary>
public sealed class CountedMessageTests
{
    [Fact]
    public async Task The_budget_of_one_call_is_one_call()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient(options => options.Quota.MaxCalls = 1);
        await gainsight.CheckConnectionAsync();

        (await gainsight.Awaiting(each => each.CheckConnectionAsync()).Should().ThrowAsync<GainsightQuotaExceededException>())
            .Which.Message.Should().Contain("has sent the 1 call of its own budget");
    }

    [Fact]
    public async Task A_window_of_one_call_is_one_call()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient(options =>
        {
            options.Quota.SetLimit("sync-day", 1);
            options.Quota.MaxQueueWait = TimeSpan.Zero;
        });
        await gainsight.CheckConnectionAsync();

        (await gainsight.Awaiting(each => each.CheckConnectionAsync()).Should().ThrowAsync<GainsightQuotaExceededException>())
            .Which.Message.Should().Contain("'sync-day' (1 call in 1.00:00:00)");
    }

    [Fact]
    public async Task A_write_of_one_row_that_fails_is_a_write_of_one_row()
    {
        await using var tenant = await Tenant.StartAsync();
        var report = await tenant.CreateClient().Companies.InsertAsync([new Company { Name = "Acme", Stage = "Orbiting" }]);

        report.Invoking(each => each.EnsureSuccess()).Should().Throw<WriteFailedException>().Which.Message.Should().StartWith("1 of 1 row did not succeed: 1 Failed.");
        WriteCanceledException.For(report, CancellationToken.None).Message.Should().StartWith("The write was cancelled: 0 of 1 row written, 0 in flight.");
    }

    [Fact]
    public async Task One_name_more_does_not_exist()
    {
        await using var tenant = await Tenant.StartAsync();
        var query = tenant.CreateClient().Companies.Query().Select([.. Enumerable.Range(1, 6).Select(i => Field.Custom<string>($"Nothing{i}__gc"))]);

        (await query.Awaiting(each => each.ToListAsync()).Should().ThrowAsync<GainsightValidationException>()).Which.Message.Should().EndWith("1 more name does not exist.");
    }

    [Fact]
    public void An_operator_takes_one_value() =>
        FluentActions.Invoking(() => CompanyFields.Name.Compare(Operator.EqualTo, "a", "b")).Should().Throw<ArgumentException>().Which.Message.Should().Contain("takes 1 value, not 2");
}
