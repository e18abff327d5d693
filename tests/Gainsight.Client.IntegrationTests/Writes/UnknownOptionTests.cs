namespace Gainsight.Client.IntegrationTests.Writes;

/// <summary>A write refuses an option that it cannot apply, so that nobody relies on it.</summary>
public sealed class UnknownOptionTests
{
    public static TheoryData<string, bool> Writes
    {
        get
        {
            var cases = new TheoryData<string, bool>();
            foreach (var write in (string[])["cta insert", "cta insert stream", "task update", "plan insert", "goal update", "activity insert", "activity insert stream", "activity update", "user lock"])
            {
                cases.Add(write, true);
                cases.Add(write, false);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Preflight_and_SkipUnchanged_are_refused_before_any_call_by_writes_that_cannot_apply_them(string write, bool preflight)
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var options = new WriteOptions { Preflight = preflight, SkipUnchanged = !preflight };
        Func<Task> act = write switch
        {
            "cta insert" => () => gainsight.Ctas.InsertAsync([new Cta()], options),
            "cta insert stream" => () => gainsight.Ctas.InsertStreamAsync([new Cta()], options).ToListAsync(),
            "task update" => () => gainsight.Tasks.UpdateAsync([new CsTask()], options),
            "plan insert" => () => gainsight.SuccessPlans.InsertAsync([new SuccessPlan()], options),
            "goal update" => () => gainsight.CustomerGoals.UpdateAsync([new CustomerGoal()], options),
            "activity insert" => () => gainsight.Timeline.InsertAsync([new TimelineActivity()], options),
            "activity insert stream" => () => gainsight.Timeline.InsertStreamAsync([new TimelineActivity()], options).ToListAsync(),
            "activity update" => () => gainsight.Timeline.UpdateAsync([new TimelineActivity()], TimelineActivityFields.ExternalId, options),
            _ => () => gainsight.Users.SetActiveAsync(["1P01"], isActive: false, options),
        };

        await act.Should().ThrowAsync<ArgumentException>().WithMessage("*Leave these options out.*").WithParameterName("options");
        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task Deletes_accept_both_options_because_an_id_needs_no_check()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsid = tenant.Companies.Insert(("Name", "Acme"));

        var report = await tenant.CreateClient().Companies.DeleteAsync([gsid], new WriteOptions { Preflight = true, SkipUnchanged = true });

        report.AllSucceeded.Should().BeTrue();
    }
}
