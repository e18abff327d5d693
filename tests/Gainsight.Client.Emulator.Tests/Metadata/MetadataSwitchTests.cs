using System.Net;

namespace Gainsight.Client.Emulator.Tests;

/// <summary>The switches of the metadata calls.</summary>
public sealed class MetadataSwitchTests
{
    private const string Describe = "/v1/meta/services/objects/describe";

    [Fact]
    public async Task A_tenant_can_lack_the_documented_list()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.ListsObjectsByGet = false;

        var get = await tenant.SendAsync(HttpMethod.Get, "/v1/meta/services/objects/list");
        var post = await tenant.SendAsync(HttpMethod.Post, "/v1/meta/services/objects/", "{}");

        (get.Status, get.Code).Should().Be((HttpStatusCode.NotFound, "GS_APIG_1000"));
        get.Json.TryGetProperty("data", out _).Should().BeFalse();
        post.Result.Should().BeTrue();
    }

    [Fact]
    public async Task A_tenant_can_lack_the_description_of_several()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.DescribesByPost = false;

        var post = await tenant.SendAsync(HttpMethod.Post, Describe, """{"objectNames":["company"]}""");
        var get = await tenant.SendAsync(HttpMethod.Get, "/v1/meta/services/objects/company/describe");

        (post.Status, post.Code).Should().Be((HttpStatusCode.NotFound, "GS_APIG_1000"));
        get.Result.Should().BeTrue();
    }

    [Theory]
    [InlineData(DescribeOptionsForm.AsAsked, "", 0)]
    [InlineData(DescribeOptionsForm.AsAsked, "?idd=true", 3)]
    [InlineData(DescribeOptionsForm.Always, "", 3)]
    [InlineData(DescribeOptionsForm.Never, "?idd=true", 0)]
    public async Task Items_of_picklists_are_in_the_description_or_not(DescribeOptionsForm form, string query, int expected)
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.DescribeOptions = form;

        var answer = await tenant.SendAsync(HttpMethod.Get, "/v1/meta/services/objects/asset__gc/describe" + query);

        var tier = answer.Data[0].GetProperty("fields").EnumerateArray().Single(field => field.GetProperty("fieldName").GetString() == "Tier__gc");
        tier.GetProperty("options").GetArrayLength().Should().Be(expected);
        tier.GetProperty("meta").GetProperty("properties").GetProperty("PICKLIST_CATEGORY_ID").GetString().Should().StartWith("1I00");
    }

    [Fact]
    public async Task An_unknown_object_can_be_left_out_of_the_description_of_several()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.UnknownDescribe = UnknownDescribeForm.LeftOut;

        var several = await tenant.SendAsync(HttpMethod.Post, Describe, """{"objectNames":["company","nothing"]}""");
        var one = await tenant.SendAsync(HttpMethod.Get, "/v1/meta/services/objects/nothing/describe");

        several.Data.EnumerateArray().Should().ContainSingle().Which.GetProperty("objectName").GetString().Should().Be("company");
        one.Result.Should().BeFalse();
    }

    [Fact]
    public async Task The_status_of_an_unknown_object_can_be_chosen()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.UnknownObjectStatus = 200;

        var answer = await tenant.SendAsync(HttpMethod.Get, "/v1/meta/services/objects/nothing/describe");

        (answer.Status, answer.Result, answer.Json.GetProperty("title").GetString()).Should().Be((HttpStatusCode.OK, false, "OBJECT_NOT_FOUND"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"objectNames":"company"}""")]
    public async Task A_description_of_nothing_is_refused(string body)
    {
        using var tenant = new Tenant();

        (await tenant.SendAsync(HttpMethod.Post, Describe, body)).Status.Should().Be(HttpStatusCode.BadRequest);
    }
}
