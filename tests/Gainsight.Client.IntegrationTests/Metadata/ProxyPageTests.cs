using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Metadata;

/// <summary>The page of a proxy says nothing of objects and fields, whatever its status.</summary>
public sealed class ProxyPageTests
{
    private const string Page = "<html>no such page</html>";

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(403)]
    public async Task A_data_reader_does_not_take_it_for_an_object_without_description(int status)
    {
        await using var tenant = await Tenant.StartAsync();
        Answer(tenant, EmulatorOperations.Describe, status);

        var read = () => tenant.CreateClient().Companies.Query().Select(CompanyFields.Name).ToDataReaderAsync();

        ((int)(await read.Should().ThrowAsync<GainsightApiException>()).Which.StatusCode).Should().Be(status);
    }

    [Fact]
    public async Task A_data_reader_does_not_hide_that_the_description_failed()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Respond)
        {
            Operation = EmulatorOperations.Describe,
            Status = 400,
            Body = """{"result":false,"errorCode":"GSOBJ_1008","errorDesc":"no","requestId":"r","data":null}""",
        });

        var read = () => tenant.CreateClient().Companies.Query().Select(CompanyFields.Name).ToDataReaderAsync();

        (await read.Should().ThrowAsync<GainsightValidationException>()).Which.ErrorCode.Should().Be("GSOBJ_1008");
    }

    [Fact]
    public async Task A_data_reader_of_an_object_that_Gainsight_does_not_describe_uses_the_tokens()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Acme"), ("Arr", 12.5m));
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Respond)
        {
            Operation = EmulatorOperations.Describe,
            Status = 404,
            Body = """{"result":false,"errorCode":"OBJECT_NOT_FOUND","errorDesc":"no","requestId":"r","data":null}""",
        });

        await using var reader = await tenant.CreateClient().Companies.Query().Select(CompanyFields.Name, CompanyFields.Arr).ToDataReaderAsync();

        (await reader.ReadAsync()).Should().BeTrue();
        (reader.GetString(0), reader.GetDecimal(1)).Should().Be(("Acme", 12.5m));
    }

    [Fact]
    public async Task The_labels_of_a_path_are_not_left_out_for_it()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Respond) { Operation = EmulatorOperations.Describe, Skip = 1, Status = 404, Body = Page });

        var read = () => tenant.CreateClient().Companies.Query().Select(CompanyFields.Name, Field.Custom<string>("Csm__gr.Email")).WithLabels().ToListAsync();

        await read.Should().ThrowAsync<GainsightNotFoundException>();
    }

    [Fact]
    public async Task A_mapper_is_not_made_without_the_fields_of_the_tenant()
    {
        await using var tenant = await Tenant.StartAsync();
        Answer(tenant, EmulatorOperations.Describe, 404);

        var map = () => tenant.CreateClient().Companies.MapAsync(new FieldMap { ["name"] = "Name" });

        await map.Should().ThrowAsync<GainsightNotFoundException>();
    }

    [Fact]
    public async Task The_list_of_objects_is_not_asked_for_another_way()
    {
        await using var tenant = await Tenant.StartAsync();
        Answer(tenant, EmulatorOperations.ObjectList, 404, count: 1);

        var list = () => tenant.CreateClient().Metadata.ListObjectsAsync();

        await list.Should().ThrowAsync<GainsightNotFoundException>();
        tenant.Calls(EmulatorOperations.ObjectList).Should().Be(1);
    }

    [Fact]
    public async Task A_picklist_is_not_empty_for_it()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.DescribeOptions = DescribeOptionsForm.Never;
        Answer(tenant, EmulatorOperations.Dropdown, 404);

        var read = () => tenant.CreateClient().Companies.Query().Select(CompanyFields.Stage).WithLabels().ToListAsync();

        await read.Should().ThrowAsync<GainsightNotFoundException>();
    }

    [Fact]
    public async Task A_feed_of_an_object_by_name_does_not_guess_its_fields_for_it()
    {
        await using var tenant = await Tenant.StartAsync();
        Answer(tenant, EmulatorOperations.Describe, 404);

        var gainsight = tenant.CreateClient();
        var read = () => gainsight.Changes.ReadAsync(gainsight.Objects("Asset__gc").Query().Select("Name"), ChangeCheckpoint.Beginning).GetAsyncEnumerator().MoveNextAsync().AsTask();

        await read.Should().ThrowAsync<GainsightNotFoundException>();
    }

    [Fact]
    public async Task A_feed_does_not_take_it_for_a_tenant_that_has_no_rows_without_a_date()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Undated"), ("ModifiedDate", null));
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Respond) { Operation = EmulatorOperations.Query, BodyContains = "IS_NULL", Status = 400, Body = Page });

        Func<Task> read = async () =>
        {
            var gainsight = tenant.CreateClient();
            await foreach (var _ in gainsight.Changes.ReadAsync(gainsight.Companies.Query(), ChangeCheckpoint.Beginning))
            {
            }
        };

        await read.Should().ThrowAsync<GainsightValidationException>();
    }

    private static void Answer(Tenant tenant, string operation, int status, int? count = null) =>
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Respond) { Operation = operation, Status = status, Body = Page, Count = count });
}
