namespace Gainsight.Client.Emulator.Tests;

public sealed class DeletedCtaTests
{
    private const string Select = "\"select\":[\"name\",\"Comments\",\"ModifiedDate\"]";

    [Theory]
    [InlineData("/v2/cockpit/cta/deleted/list", "")]
    [InlineData("/v2/cockpit/cta/deleted/list/", "")]
    [InlineData("/v2/cockpit/cta/list", ",\"includeonlyDeletedRecords\":true")]
    public async Task Deleted_ctas_are_listed_in_an_envelope_of_their_own(string path, string more)
    {
        using var cockpit = new Cockpit();
        var gone = await cockpit.CreateCtaAsync();
        _ = await cockpit.CreateCtaAsync();
        _ = cockpit.Ctas.Delete(gone);

        var deleted = await cockpit.ListAsync($$"""{{{Select}}{{more}},"pageSize":50,"pageNumber":1}""", path);
        var live = await cockpit.ListAsync($$"""{{{Select}}}""");

        deleted.Json.EnumerateObject().Select(member => member.Name).Should().Equal("result", "requestId", "data", "pageSize", "currentPageNum");
        deleted.Json.GetProperty("pageSize").GetInt32().Should().Be(50);
        var row = Cockpit.Rows(deleted).Should().ContainSingle().Subject;
        row.GetProperty("Gsid").GetString().Should().Be(gone);
        row.GetProperty("OwnerId__gr.Email").GetString().Should().Be("rhea@northwind.example");
        Cockpit.Rows(live).Should().ContainSingle();
    }

    [Fact]
    public async Task Log_entries_are_kept_for_fifteen_days()
    {
        using var cockpit = new Cockpit();
        _ = cockpit.Ctas.Delete(await cockpit.CreateCtaAsync());
        var body = $$"""{{{Select}}}""";

        cockpit.Tenant.Clock.Advance(TimeSpan.FromDays(15));
        var last = await cockpit.ListAsync(body, "/v2/cockpit/cta/deleted/list");
        cockpit.Tenant.Clock.Advance(TimeSpan.FromSeconds(1));
        var gone = await cockpit.ListAsync(body, "/v2/cockpit/cta/deleted/list");

        Cockpit.Rows(last).Should().ContainSingle();
        Cockpit.Rows(gone).Should().BeEmpty();
    }

    [Theory]
    [InlineData(DeletedModifiedDateForm.LastChange, 0)]
    [InlineData(DeletedModifiedDateForm.Deletion, 1)]
    public async Task The_modified_date_is_that_of_the_last_change_or_of_the_deletion(DeletedModifiedDateForm form, int found)
    {
        using var cockpit = new Cockpit();
        cockpit.Switches.DeletedModifiedDate = form;
        var gsid = await cockpit.CreateCtaAsync();
        cockpit.Tenant.Clock.Advance(TimeSpan.FromDays(2));
        _ = cockpit.Ctas.Delete(gsid);

        var answer = await cockpit.ListAsync(
            $$$"""{{{{Select}}},"where":{"conditions":[{"fieldName":"ModifiedDate","literal":"TODAY","alias":"A","operator":"EQ"}],"expression":"A"}}""",
            "/v2/cockpit/cta/deleted/list");

        Cockpit.Rows(answer).Should().HaveCount(found);
    }

    [Fact]
    public async Task An_empty_list_has_the_same_envelope()
    {
        using var cockpit = new Cockpit();

        var answer = await cockpit.ListAsync($$"""{{{Select}}}""", "/v2/cockpit/cta/deleted/list");

        answer.Result.Should().BeTrue();
        Cockpit.Rows(answer).Should().BeEmpty();
        answer.Json.GetProperty("currentPageNum").GetInt32().Should().Be(1);
    }
}
