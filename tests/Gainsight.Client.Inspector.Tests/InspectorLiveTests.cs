using static Microsoft.Playwright.Assertions;

namespace Gainsight.Client.Inspector.Tests;

[Collection(BrowserCollection.Name)]
public sealed class InspectorLiveTests(Browser browser)
{
    [ChromiumFact]
    public async Task Requests_appear_as_they_come_and_are_filtered_and_paused()
    {
        await using var shown = await Shown.OpenAsync(browser);
        await shown.GoToAsync("requests");
        var rows = shown.Page.Locator("#request-scroll tbody tr");

        using var first = await shown.InsertAsync("Acme");
        await Expect(rows).ToHaveCountAsync(1);
        await Expect(rows.First).ToContainTextAsync("/v1/data/objects/Company");
        await Expect(rows.First).ToContainTextAsync("200");
        _ = await shown.QueryAsync("Nothing");
        await Expect(rows.First).ToContainTextAsync("GSOBJ_");

        await shown.Page.FillAsync("#request-filter", "post 200");
        await Expect(rows).ToHaveCountAsync(1);
        await shown.Page.FillAsync("#request-filter", "");
        await shown.ClickAsync("Pause");
        using var second = await shown.InsertAsync("Other");
        await Expect(shown.Page.Locator("#requests-hint")).ToContainTextAsync("1 new request");
        await Expect(rows).ToHaveCountAsync(2);
        await shown.ClickAsync("Go on");
        await Expect(rows).ToHaveCountAsync(3);

        await rows.Last.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(shown.Page.Locator("#sheet pre").First).ToContainTextAsync("\"Name\": \"Acme\"");
        await Expect(shown.Page.Locator("#sheet")).ToContainTextAsync("hash");
        (await shown.Page.ContentAsync()).Should().NotContain(shown.Emulator.AccessKey);
    }

    [ChromiumFact]
    public async Task A_fault_that_is_added_strikes_a_request_and_is_turned_off()
    {
        await using var shown = await Shown.OpenAsync(browser);
        await shown.GoToAsync("faults");
        await Expect(shown.Page.Locator("#fault-list")).ToContainTextAsync("No faults.");
        _ = await shown.Page.SelectOptionAsync("#fault-kind", "ServerError");
        _ = await shown.Page.SelectOptionAsync("#fault-Operation", EmulatorOperations.Insert);
        await shown.Page.ClickAsync("#fault-form summary");
        await shown.Page.FillAsync("#fault-Status", "503");
        await shown.ClickAsync("Add fault");
        await Expect(shown.Page.Locator("#fault-list tbody tr")).ToContainTextAsync("Status 503");

        using var struck = await shown.InsertAsync("Acme");
        ((int)struck.StatusCode).Should().Be(503);
        await Expect(shown.Page.Locator("#fault-list td.number")).ToHaveTextAsync("1");
        await shown.Page.GetByRole(AriaRole.Switch, new PageGetByRoleOptions { Name = "ServerError" }).UncheckAsync();
        await Expect(shown.Page.Locator("#fault-count")).ToBeHiddenAsync();
        using var passed = await shown.InsertAsync("Acme");
        ((int)passed.StatusCode).Should().Be(200);

        await shown.GoToAsync("requests");
        await Expect(shown.Page.Locator("#request-scroll tbody tr").Last).ToContainTextAsync("ServerError");
    }

    [ChromiumFact]
    public async Task A_fault_that_does_not_fit_is_refused_in_words()
    {
        await using var shown = await Shown.OpenAsync(browser);
        await shown.GoToAsync("faults");
        await shown.Page.FillAsync("#fault-Count", "many");
        await shown.ClickAsync("Add fault");

        await Expect(shown.Page.Locator(".toast.error")).ToContainTextAsync("must be a whole number");
        shown.Emulator.Faults.Snapshot().Should().BeEmpty();
    }

    [ChromiumFact]
    public async Task A_switch_that_is_set_changes_the_next_answer()
    {
        await using var shown = await Shown.OpenAsync(browser, emulator => emulator.Object("Company").Insert(("Name", "Acme")));
        (await shown.QueryAsync("Name")).Should().Contain("\"records\"");

        await shown.GoToAsync("settings");
        await shown.Page.FillAsync("#setting-filter", "QueryData");
        _ = await shown.Page.SelectOptionAsync("#setting-QueryData", "BareArray");
        await Expect(shown.Page.Locator("#setting-count")).ToHaveTextAsync("1");
        (await shown.QueryAsync("Name")).Should().NotContain("\"records\"");

        await shown.ClickAsync("Set QueryData to its default");
        await Expect(shown.Page.Locator("#setting-count")).ToBeHiddenAsync();
        (await shown.QueryAsync("Name")).Should().Contain("\"records\"");
    }

    [ChromiumFact]
    public async Task The_bar_of_the_quota_empties_and_refills_when_the_clock_moves()
    {
        await using var shown = await Shown.OpenAsync(browser, emulator => emulator.Limits.CallsPerDay = 4);
        var bar = shown.Page.Locator("#strip").GetByRole(AriaRole.Meter, new LocatorGetByRoleOptions { Name = "sync / day" });
        await Expect(bar).ToHaveAttributeAsync("aria-valuenow", "4");

        using var response = await shown.InsertAsync("Acme");
        await Expect(bar).ToHaveAttributeAsync("aria-valuenow", "3");
        (await bar.Locator(".fill").GetAttributeAsync("style")).Should().Contain("75%");

        await shown.GoToAsync("tenant");
        await shown.ClickAsync("+ 1 day");
        await Expect(bar).ToHaveAttributeAsync("aria-valuenow", "4");
        await Expect(shown.Page.Locator("#clock-text")).ToContainTextAsync("1.00:00:00");
    }

    [ChromiumFact]
    public async Task A_reset_makes_the_tenant_new()
    {
        await using var shown = await Shown.OpenAsync(browser, emulator => emulator.Object("Company").Insert(("Name", "Acme")));
        await shown.GoToAsync("tenant");
        await shown.ClickAsync("Reset the tenant");
        await shown.ClickAsync("Cancel");
        shown.Companies.Count.Should().Be(1);

        await shown.ClickAsync("Reset the tenant");
        await shown.Page.ClickAsync("#ask-yes");
        await Expect(shown.Page.Locator(".toast")).ToContainTextAsync("new again");
        shown.Companies.Count.Should().Be(0);
    }

    [ChromiumFact]
    public async Task A_page_tells_that_the_server_is_gone_and_goes_on_when_it_is_back()
    {
        await using var shown = await Shown.OpenAsync(browser, emulator => emulator.Object("Company").Insert(("Name", "Acme")));
        var port = shown.Server.BaseAddress.Port;
        using var earlier = await shown.InsertAsync("Earlier");
        using var later = await shown.InsertAsync("Later");
        await Expect(shown.ByRole(AriaRole.Button, "Later")).ToBeVisibleAsync();

        await shown.Server.DisposeAsync();
        await Expect(shown.Page.Locator("#gone")).ToContainTextAsync("The server does not answer.");
        await Expect(shown.ByRole(AriaRole.Button, "Acme")).ToBeVisibleAsync();

        using var other = new GainsightEmulator();
        _ = other.Object("Company").Insert(("Name", "Another tenant"));
        await using var again = await EmulatorServer.StartAsync(other, new ServerOptions { Port = port });
        await Expect(shown.Page.Locator("#gone")).ToBeHiddenAsync();
        await Expect(shown.ByRole(AriaRole.Button, "Another tenant")).ToBeVisibleAsync();

        await shown.GoToAsync("requests");
        using var inserted = await shown.InsertAsync("New");
        await Expect(shown.Page.Locator("#request-scroll tbody tr")).ToHaveCountAsync(1);
    }
}
