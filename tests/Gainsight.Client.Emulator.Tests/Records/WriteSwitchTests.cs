using System.Net;
using System.Text.Json;

namespace Gainsight.Client.Emulator.Tests;

public sealed class WriteSwitchTests
{
    [Fact]
    public async Task Errors_may_be_a_flat_list()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.ErrorList = ErrorListForm.Flat;

        var answer = await tenant.InsertAsync("Company", """{"Name":"a","Stage":"Orbiting"}""");

        answer.Data.GetProperty("errors").GetRawText().Should().Be(
            """[{"errors":[{"errorMessage":"Invalid/Inactive value provided for picklist.","errorCode":"GSOBJ_1012","fieldName":"Stage","invalidValue":["Orbiting"]}]}]""");
    }

    [Fact]
    public async Task Only_the_first_error_may_be_reported()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.ErrorScope = ErrorScope.FirstError;

        var answer = await tenant.InsertAsync("Company", """{"Name":"a","Stage":"x","Employees":"y"},{"Employees":1}""");

        answer.Leaves().Should().Equal(("GSOBJ_1012", "Stage"));
    }

    [Fact]
    public async Task A_refusal_may_come_with_status_200()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.RefusalStatus = RefusalStatus.OkWithResultFalse;

        var answer = await tenant.InsertAsync("Company", """{"Name":"a","Stage":"x"}""");
        var shape = await tenant.InsertAsync("Company", "");

        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.Result.Should().BeFalse();
        shape.Status.Should().Be(HttpStatusCode.OK);
        shape.Result.Should().BeFalse();
    }

    [Fact]
    public async Task The_valid_records_of_a_write_may_be_written_and_the_rest_reported()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.InvalidRecords = InvalidRecordForm.OthersWritten;

        var some = await tenant.InsertAsync("Company", """{"Name":"a"},{"Name":"b","Stage":"x"},{"Name":"c"}""");
        var none = await tenant.InsertAsync("Company", """{"Name":"d","Stage":"x"}""");

        some.Status.Should().Be(HttpStatusCode.OK);
        some.Result.Should().BeTrue();
        some.Data.GetProperty("count").GetInt32().Should().Be(2);
        some.Leaves().Should().Equal(("GSOBJ_1012", "Stage"));
        tenant.Companies.Rows.Select(row => row["Name"]).Should().BeEquivalentTo(new[] { "a", "c" });
        none.Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData(PartialMatchForm.MatchesUpdatedRestReported, 1)]
    [InlineData(PartialMatchForm.MatchesUpdatedRestSilent, 0)]
    public async Task An_update_may_write_the_records_that_match(PartialMatchForm form, int reported)
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.PartialMatch = form;
        var gsid = tenant.Companies.Insert(("Name", "a"));

        var some = await tenant.UpdateAsync("Company", "Name", """{"Name":"x","Industry":"i"},{"Name":"a","Industry":"i"}""");
        var none = await tenant.UpdateAsync("Company", "Name", """{"Name":"x","Industry":"i"}""");

        some.Status.Should().Be(HttpStatusCode.OK);
        some.Data.GetProperty("count").GetInt32().Should().Be(1);
        some.Leaves().Should().Equal(Enumerable.Repeat(("GSOBJ_1011", "Name"), reported));
        tenant.Companies.Find(gsid)!["Industry"].Should().Be("i");
        none.Code.Should().Be("GSOBJ_1011");
    }

    [Theory]
    [InlineData(MultiMatchForm.AllUpdated, 2)]
    [InlineData(MultiMatchForm.FirstUpdated, 1)]
    [InlineData(MultiMatchForm.Refused, 0)]
    public async Task A_key_with_several_rows_may_update_all_the_first_or_none(MultiMatchForm form, int updated)
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.MultiMatch = form;
        _ = tenant.Companies.Insert(("Name", "a"));
        _ = tenant.Companies.Insert(("Name", "a"));

        var answer = await tenant.UpdateAsync("Company", "Name", """{"Name":"a","Industry":"i"}""");

        answer.Result.Should().Be(updated > 0);
        tenant.Companies.Rows.Count(row => row["Industry"] is not null).Should().Be(updated);
        answer.Data.GetProperty("count").GetInt32().Should().Be(updated);
    }

    [Theory]
    [InlineData(WriteEcho.UpdatesEchoFields, 1, 3)]
    [InlineData(WriteEcho.GsidOnly, 1, 1)]
    [InlineData(WriteEcho.Fields, 2, 3)]
    public async Task A_write_echoes_fields_or_only_the_id(WriteEcho echo, int insertKeys, int updateKeys)
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.WriteEcho = echo;

        var inserted = await tenant.InsertAsync("Company", """{"Name":"a"}""");
        var updated = await tenant.UpdateAsync("Company", "Name", """{"Name":"a","Industry":"i"}""");

        inserted.Records.Single().EnumerateObject().Should().HaveCount(insertKeys);
        updated.Records.Single().EnumerateObject().Should().HaveCount(updateKeys);
    }

    [Theory]
    [InlineData(MultiSelectInput.Any, true, true)]
    [InlineData(MultiSelectInput.ListOnly, true, false)]
    [InlineData(MultiSelectInput.JoinedTextOnly, false, true)]
    public async Task A_multi_select_may_be_written_in_one_form_only(MultiSelectInput form, bool list, bool text)
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.MultiSelectInput = form;

        var asList = await tenant.InsertAsync("Company", """{"Name":"a","Tags":["Beta"]}""");
        var asText = await tenant.InsertAsync("Company", """{"Name":"a","Tags":"Beta"}""");

        asList.Result.Should().Be(list);
        asText.Result.Should().Be(text);
    }

    [Theory]
    [InlineData(null, JsonValueKind.Null)]
    [InlineData("Deleted", JsonValueKind.String)]
    public async Task A_delete_may_return_a_text(string? data, JsonValueKind kind)
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.DeleteData = data;

        var answer = await tenant.DeleteAsync("Company", tenant.Companies.Insert(("Name", "a")));

        answer.Result.Should().BeTrue();
        answer.Data.ValueKind.Should().Be(kind);
    }
}
