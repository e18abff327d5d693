using System.Text.Json;

namespace Gainsight.Client.Emulator.Tests;

/// <summary>The object that holds the items of all picklists.</summary>
public sealed class PicklistObjectTests
{
    private const string All = """{"select":["Gsid","Name","CategoryId","CategoryName","Active","DisplayOrder"],"limit":5000}""";

    [Fact]
    public async Task It_has_every_item_of_every_picklist_inactive_ones_too()
    {
        using var tenant = new Tenant();
        PicklistCategory stage = tenant.Companies.Field("Stage").Picklist!, regions = tenant.Assets.Field("Regions__gc").Picklist!;

        var answer = await tenant.QueryAsync("da_picklist", All);

        foreach (var category in (PicklistCategory[])[stage, regions])
        {
            Rows(answer).Where(row => row.GetProperty("CategoryId").GetString() == category.Gsid)
                .Select(row => (row.GetProperty("Gsid").GetString(), row.GetProperty("Name").GetString(), row.GetProperty("Active").GetBoolean()))
                .Should().BeEquivalentTo(category.Items.Select(item => (item.Gsid, item.Label, item.Active)));
        }

        stage.Items.Should().Contain(item => !item.Active);
    }

    [Fact]
    public async Task It_shows_what_an_administrator_changes_at_once()
    {
        using var tenant = new Tenant();
        var gold = tenant.Assets.Field("Tier__gc").Picklist!.Find("Gold")!;
        var before = await tenant.QueryAsync("da_picklist", All);

        gold.Active = false;
        var tin = tenant.Assets.Field("Tier__gc").Picklist!.AddItem("Tin");
        var after = await tenant.QueryAsync("da_picklist", All);

        Rows(after).Should().HaveCount(Rows(before).Count + 1);
        Rows(after).Should().Contain(row => row.GetProperty("Gsid").GetString() == tin.Gsid);
        Rows(after).Single(row => row.GetProperty("Gsid").GetString() == gold.Gsid).GetProperty("Active").GetBoolean().Should().BeFalse();
    }

    [Fact]
    public async Task It_takes_no_writes()
    {
        using var tenant = new Tenant();

        (await tenant.InsertAsync("da_picklist", """{"Name":"a"}""")).Result.Should().BeFalse();
    }

    private static List<JsonElement> Rows(Answer answer) => [.. answer.Data.GetProperty("records").EnumerateArray()];
}
