namespace Gainsight.Client.IntegrationTests.Timeline;

/// <summary>The context of activities: company, relationship, CTA or plan.</summary>
public sealed class ActivityContextTests
{
    [Fact]
    public async Task A_relationship_must_belong_to_the_company_of_its_activity()
    {
        await using var tenant = await Activities.StartAsync();
        var acme = tenant.Companies.Rows[0].Gsid;
        var own = tenant.Emulator.Object("Relationship").Insert(("Name", "Acme EMEA"), ("CompanyId", acme));
        var foreign = tenant.Emulator.Object("Relationship").Insert(("Name", "Globex EMEA"), ("CompanyId", tenant.Companies.Insert(("Name", "Globex"))));
        TimelineActivity[] activities = [.. Enumerable.Range(0, 4).Select(i => Activities.One(Activities.Id(i)))];
        foreach (var activity in activities)
        {
            activity.ContextName = TimelineContexts.Relationship;
        }

        activities[0].GsRelationshipId = own;
        activities[1].GsRelationshipId = foreign;
        activities[2].GsRelationshipId = own;
        activities[2].Unset(TimelineActivityFields.GsCompanyId);
        activities[3].SetLookup(TimelineActivityFields.GsRelationshipId, RelationshipFields.Name, "Acme EMEA");

        var report = await tenant.CreateClient().Timeline.InsertAsync(activities);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Failed, RowStatus.Inserted, RowStatus.Inserted);
        report.Failed[0].Errors[0].Code.Should().Be("GS_TL_10_0213");
        tenant.Timeline().Rows.Should().HaveCount(3).And.OnlyContain(row => Equals(row["GsRelationshipId"], own) && Equals(row["GsCompanyId"], acme));
    }

    [Theory]
    [InlineData(TimelineContexts.Cta, "call_to_action")]
    [InlineData(TimelineContexts.SuccessPlan, "cta_group")]
    public async Task An_activity_is_filed_under_a_CTA_or_a_plan_by_its_GSID(string context, string objectName)
    {
        await using var tenant = await Activities.StartAsync();
        var owner = tenant.Emulator.Object(objectName).Insert(("Name", "Renewal at risk"), ("CompanyId", tenant.Companies.Rows[0].Gsid));
        var activities = Activities.Many(2);
        activities.ForEach(activity => activity.ContextName = context);
        (activities[0].ContextId, activities[1].ContextId) = (owner, "1S01NOBODY");

        var report = await tenant.CreateClient().Timeline.InsertAsync(activities);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Failed);
        tenant.Timeline().Rows.Should().ContainSingle().Which["ContextId"].Should().Be(owner);
    }

    [Theory]
    [InlineData(TimelineContexts.Cta, "call_to_action")]
    [InlineData(TimelineContexts.SuccessPlan, "cta_group")]
    [InlineData(TimelineContexts.Opportunity, "gs_opportunity")]
    public async Task The_context_of_an_activity_must_belong_to_its_company_or_provides_the_company(string context, string objectName)
    {
        await using var tenant = await Activities.StartAsync();
        string acme = tenant.Companies.Rows[0].Gsid, globex = tenant.Companies.Insert(("Name", "Globex"));
        var own = tenant.Emulator.Object(objectName).Insert(("Name", "Renewal"), ("CompanyId", acme));
        var foreign = tenant.Emulator.Object(objectName).Insert(("Name", "Renewal"), ("CompanyId", globex));
        var activities = Activities.Many(3);
        activities.ForEach(activity => activity.ContextName = context);
        (activities[0].ContextId, activities[1].ContextId, activities[2].ContextId) = (own, foreign, foreign);
        activities[2].Unset(TimelineActivityFields.GsCompanyId);

        var report = await tenant.CreateClient().Timeline.InsertAsync(activities);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Failed, RowStatus.Inserted);
        report.Failed[0].Errors.Should().ContainSingle().Which.Code.Should().Be("GS_TL_10_0213");
        tenant.Timeline().Rows.Select(row => (row["ContextId"], row["GsCompanyId"])).Should().BeEquivalentTo(new (object?, object?)[] { (own, acme), (foreign, globex) });
    }

    [Theory]
    [InlineData(TimelineContexts.Scorecard)]
    [InlineData(TimelineContexts.ScorecardMeasure)]
    [InlineData(TimelineContexts.Milestone)]
    public async Task A_context_known_only_by_name_is_saved_as_given_and_found_again(string context)
    {
        const string Owner = "1S99DEMO00000000000000000000000000A1";
        await using var tenant = await Activities.StartAsync();
        tenant.SeedActivities(2);
        var gainsight = tenant.CreateClient();
        TimelineActivity[] activities = [Activities.One("a"), Activities.One("b")];
        activities[0].ContextName = activities[1].ContextName = context;
        activities[0].ContextId = Owner;
        activities[0][TimelineActivityFields.MilestoneTypeName.Name] = "Go-live";
        activities[1].Unset(TimelineActivityFields.GsCompanyId);

        var report = await gainsight.Timeline.InsertAsync(activities);
        var filed = await gainsight.Timeline.Query()
            .Where(TimelineActivityFields.ContextName.EqualTo(context) & TimelineActivityFields.ContextId.EqualTo(Owner))
            .Select(TimelineActivityFields.Definition.DefaultSelect).Select(TimelineActivityFields.MilestoneTypeName).ToListAsync();

        report.Inserted.Should().HaveCount(2);
        var found = filed.Should().ContainSingle().Which;
        (found.ExternalId, found.ContextName, found.ContextId, found.GsCompanyId, found.Get(TimelineActivityFields.MilestoneTypeName))
            .Should().Be(("a", context, Owner, tenant.Companies.Rows[0].Gsid, "Go-live"));
        tenant.Timeline().Rows.Single(row => Equals(row["ExternalId"], "b"))["GsCompanyId"].Should().BeNull();
    }

    [Fact]
    public async Task An_unknown_context_is_sent_to_Gainsight_and_fails_only_its_activity()
    {
        await using var tenant = await Activities.StartAsync();
        var activities = Activities.Many(3);
        activities[1].ContextName = "Galaxy";

        var report = await tenant.CreateClient().Timeline.InsertAsync(activities);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Failed, RowStatus.Inserted);
        report.Failed[0].Errors.Should().ContainSingle().Which.Code.Should().Be("GS_TL_10_0213");
    }

    [Fact]
    public async Task External_attendees_are_found_by_their_addresses()
    {
        await using var tenant = await Activities.StartAsync();
        tenant.Emulator.Object("person").Insert(("Name", "Ada Example"), ("Email", "ada@acme.example"));
        TimelineActivity[] activities = [Activities.One("a"), Activities.One("b")];
        activities[0].ExternalAttendeeEmails = ["ada@acme.example"];
        activities[1].ExternalAttendeeEmails = ["nobody@acme.example"];

        var report = await tenant.CreateClient().Timeline.InsertAsync(activities);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Failed);
        tenant.Timeline().Rows.Should().ContainSingle().Which["ExternalAttendees"].Should().Be("Ada Example");
    }
}
