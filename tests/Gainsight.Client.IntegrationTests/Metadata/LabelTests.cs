using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Metadata;

/// <summary>Labels in addition to the GSIDs in rows.</summary>
public sealed class LabelTests
{
    private static readonly Field<string> Stage = CompanyFields.Stage;

    [Theory]
    [InlineData(DescribeOptionsForm.AsAsked)]
    [InlineData(DescribeOptionsForm.Always)]
    [InlineData(DescribeOptionsForm.Never)]
    public async Task A_row_read_with_labels_has_labels_and_GSIDs(DescribeOptionsForm options)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.DescribeOptions = options;
        tenant.Companies.Insert(("Name", "Acme"), ("Stage", "Adopting"), ("Tags", new[] { "Beta", "Strategic" }));

        var acme = (await tenant.CreateClient().Companies.Query().Select(CompanyFields.Name, Stage, CompanyFields.Tags).WithLabels().FirstOrDefaultAsync())!;

        acme.GetLabel(Stage).Should().Be("Adopting");
        acme.GetLabels(CompanyFields.Tags).Should().Equal("Beta", "Strategic");
        acme.Stage.Should().Be(tenant.Companies.Field("Stage").Picklist!.Find("Adopting")!.Gsid);
        acme.Tags.Should().Equal(new[] { "Beta", "Strategic" }.Select(label => tenant.Companies.Field("Tags").Picklist!.Find(label)!.Gsid));
    }

    [Fact]
    public async Task Labels_are_read_without_a_selection_too()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Acme"), ("Status", "Churned"));
        tenant.Emulator.Object("Asset__gc").Insert(("Name", "Press"), ("Tier__gc", "Gold"), ("Regions__gc", new[] { "EMEA" }));
        var gainsight = tenant.CreateClient();

        var acme = (await gainsight.Companies.Query().WithLabels().FirstOrDefaultAsync())!;
        var press = (await gainsight.Objects("Asset__gc").Query().WithLabels().FirstOrDefaultAsync())!;

        acme.GetLabel(CompanyFields.Status).Should().Be("Churned");
        press.GetLabel(Field.Custom<string>("Tier__gc")).Should().Be("Gold");
        press.GetLabels(Field.Custom<IReadOnlyList<string>>("Regions__gc")).Should().Equal("EMEA");
    }

    [Fact]
    public async Task An_inactive_item_has_its_label_too()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Acme"), ("Stage", "Onboarding (retired)"));

        var acme = (await tenant.CreateClient().Companies.Query().Select(Stage).WithLabels().FirstOrDefaultAsync())!;

        acme.GetLabel(Stage).Should().Be("Onboarding (retired)");
    }

    [Fact]
    public async Task A_label_is_found_through_a_lookup()
    {
        await using var tenant = await Tenant.StartAsync();
        var parent = tenant.Companies.Insert(("Name", "Parent"), ("Stage", "Launched"));
        tenant.Companies.Insert(("Name", "Child"), ("ParentCompany", parent));
        var path = CompanyFields.ParentCompany.Then(Stage);

        var child = (await tenant.CreateClient().Companies.Query().Select(path).Where(CompanyFields.Name.EqualTo("Child") & path.EqualTo("launched"))
            .WithLabels().FirstOrDefaultAsync())!;

        child.GetLabel(path).Should().Be("Launched");
    }

    [Fact]
    public async Task A_path_to_a_known_field_that_is_not_a_picklist_costs_no_description()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Acme"), ("Stage", "Launched"));

        await tenant.CreateClient().Companies.Query().Select(Stage, CompanyFields.Csm.Then(UserFields.Email)).WithLabels().ToListAsync();

        tenant.Emulator.Requests.Snapshot().Where(request => request.Operation == EmulatorOperations.Describe).Select(request => request.Object)
            .Should().Equal("Company");
    }

    [Fact]
    public async Task A_field_without_a_value_has_no_label()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Acme"));

        var acme = (await tenant.CreateClient().Companies.Query().Select(Stage, CompanyFields.Tags).WithLabels().FirstOrDefaultAsync())!;

        (acme.GetLabel(Stage), acme.GetLabels(CompanyFields.Tags), acme.GetLabel(CompanyFields.Status)).Should().Be((null, null, null));
    }

    [Fact]
    public async Task A_row_read_without_labels_throws_when_a_label_is_requested()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Acme"), ("Stage", "Launched"));
        var gainsight = tenant.CreateClient();

        var acme = (await gainsight.Companies.Query().Select(Stage).FirstOrDefaultAsync())!;

        acme.Invoking(row => row.GetLabel(Stage)).Should().Throw<InvalidOperationException>().WithMessage("*WithLabels*");
        new Company { Stage = "Launched" }.Invoking(row => row.GetLabel(Stage)).Should().Throw<InvalidOperationException>();
        tenant.Calls(EmulatorOperations.Describe).Should().Be(0);
    }

    [Fact]
    public async Task A_field_that_is_not_a_picklist_throws_when_a_label_is_requested()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Acme"));

        var acme = (await tenant.CreateClient().Companies.Query().Select(CompanyFields.Name).WithLabels().FirstOrDefaultAsync())!;

        acme.Invoking(row => row.GetLabel(CompanyFields.Name)).Should().Throw<ArgumentException>().Which.Message.Should().NotContain("Acme");
    }

    [Fact]
    public async Task The_label_of_an_item_added_later_is_its_GSID_until_the_metadata_is_refreshed()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var query = gainsight.Companies.Query().Select(Stage).WithLabels();
        await query.ToListAsync();

        var gsid = tenant.Companies.Field("Stage").Picklist!.AddItem("Paused").Gsid;
        tenant.Companies.Insert(("Name", "Acme"), ("Stage", "Paused"));
        var stale = (await query.FirstOrDefaultAsync())!.GetLabel(Stage);
        gainsight.Metadata.Refresh();

        (stale, (await query.FirstOrDefaultAsync())!.GetLabel(Stage)).Should().Be((gsid, "Paused"));
    }

    [Fact]
    public async Task Labels_cost_one_description_for_any_number_of_rows_and_queries()
    {
        await using var tenant = await Tenant.StartAsync();
        for (var i = 0; i < 300; i++)
        {
            tenant.Companies.Insert(("Name", $"Company {i}"), ("Stage", i % 2 == 0 ? "Launched" : "Adopting"));
        }

        var gainsight = tenant.CreateClient();
        List<string?> labels = [];
        for (var i = 0; i < 2; i++)
        {
            await foreach (var company in gainsight.Companies.Query().Select(Stage).WithLabels().ReadAsync(new ReadOptions { PageSize = 100 }))
            {
                labels.Add(company.GetLabel(Stage));
            }
        }

        labels.Should().HaveCount(600).And.OnlyContain(label => label == "Launched" || label == "Adopting");
        tenant.Calls(EmulatorOperations.Describe).Should().Be(1);
    }
}
