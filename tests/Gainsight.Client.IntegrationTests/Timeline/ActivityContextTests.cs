namespace Gainsight.Client.IntegrationTests.Timeline;

/// <summary>What activities are filed under.</summary>
public sealed class ActivityContextTests
{
    [Fact]
    public async Task A_relationship_must_belong_to_the_company_of_its_activity()
    {
        await using Tenant tenant = await Activities.StartAsync();
        string acme = tenant.Companies.Rows[0].Gsid;
        string own = tenant.Emulator.Object("Relationship").Insert(("Name", "Acme EMEA"), ("CompanyId", acme));
        string foreign = tenant.Emulator.Object("Relationship").Insert(("Name", "Globex EMEA"), ("CompanyId", tenant.Companies.Insert(("Name", "Globex"))));
        TimelineActivity[] activities = [.. Enumerable.Range(0, 4).Select(i => Activities.One(Activities.Id(i)))];
        foreach (TimelineActivity activity in activities)
        {
            activity.ContextName = TimelineContexts.Relationship;
        }

        activities[0].GsRelationshipId = own;
        activities[1].GsRelationshipId = foreign;
        activities[2].GsRelationshipId = own;
        activities[2].Unset(TimelineActivityFields.GsCompanyId);
        activities[3].SetLookup(TimelineActivityFields.GsRelationshipId, RelationshipFields.Name, "Acme EMEA");

        WriteReport<TimelineActivity> report = await tenant.CreateClient().Timeline.InsertAsync(activities);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Failed, RowStatus.Inserted, RowStatus.Inserted);
        report.Failed[0].Errors[0].Code.Should().Be("GS_TL_10_0213");
        tenant.Timeline().Rows.Should().HaveCount(3).And.OnlyContain(row => Equals(row["GsRelationshipId"], own) && Equals(row["GsCompanyId"], acme));
    }

    [Theory]
    [InlineData(TimelineContexts.Cta, "call_to_action")]
    [InlineData(TimelineContexts.SuccessPlan, "cta_group")]
    public async Task An_activity_is_filed_under_a_CTA_or_a_plan_by_its_GSID(string context, string objectName)
    {
        await using Tenant tenant = await Activities.StartAsync();
        string owner = tenant.Emulator.Object(objectName).Insert(("Name", "Renewal at risk"), ("CompanyId", tenant.Companies.Rows[0].Gsid));
        List<TimelineActivity> activities = Activities.Many(2);
        activities.ForEach(activity => activity.ContextName = context);
        (activities[0].ContextId, activities[1].ContextId) = (owner, "1S01NOBODY");

        WriteReport<TimelineActivity> report = await tenant.CreateClient().Timeline.InsertAsync(activities);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Failed);
        tenant.Timeline().Rows.Should().ContainSingle().Which["ContextId"].Should().Be(owner);
    }

    [Theory]
    [InlineData(TimelineContexts.Scorecard)]
    [InlineData(TimelineContexts.ScorecardMeasure)]
    [InlineData(TimelineContexts.Milestone)]
    public async Task Contexts_that_the_library_knows_nothing_of_are_left_to_Gainsight(string context)
    {
        await using Tenant tenant = await Activities.StartAsync();
        TimelineActivity activity = Activities.One();
        activity.ContextName = context;

        WriteReport<TimelineActivity> report = await tenant.CreateClient().Timeline.InsertAsync([activity]);

        report.AllSucceeded.Should().BeTrue();
        tenant.Timeline().Rows.Single()["ContextName"].Should().Be(context);
    }

    [Fact]
    public async Task People_of_the_customer_take_part_by_their_addresses()
    {
        await using Tenant tenant = await Activities.StartAsync();
        tenant.Emulator.Object("person").Insert(("Name", "Ada Example"), ("Email", "ada@acme.example"));
        TimelineActivity[] activities = [Activities.One("a"), Activities.One("b")];
        activities[0].ExternalAttendeeEmails = ["ada@acme.example"];
        activities[1].ExternalAttendeeEmails = ["nobody@acme.example"];

        WriteReport<TimelineActivity> report = await tenant.CreateClient().Timeline.InsertAsync(activities);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Failed);
        tenant.Timeline().Rows.Should().ContainSingle().Which["ExternalAttendees"].Should().Be("Ada Example");
    }
}
