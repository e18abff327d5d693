using static Microsoft.Playwright.Assertions;

namespace Gainsight.Client.Inspector.Tests;

[Collection(BrowserCollection.Name)]
public sealed class InspectorDataTests(Browser browser)
{
    [ChromiumFact]
    public async Task Objects_are_listed_with_their_rows_and_fields()
    {
        await using var shown = await Shown.OpenAsync(browser, emulator => emulator.Object("Company").Insert(("Name", "Acme"), ("Stage", "Launched")));
        await Expect(shown.Page.Locator("#row-scroll")).ToContainTextAsync("Launched");

        await shown.Page.FillAsync("#object-filter", "asset");
        await shown.Page.ClickAsync("#objects a:has-text('Asset__gc')");
        await Expect(shown.Page.Locator("#object-title")).ToHaveTextAsync("Asset__gc");
        await Expect(shown.Page.Locator("#row-scroll")).ToContainTextAsync("has no rows yet");

        await shown.ClickAsync("Fields");
        await Expect(shown.Page.Locator("#row-scroll")).ToContainTextAsync("MULTISELECTDROPDOWNLIST");
    }

    [ChromiumFact]
    public async Task A_lookup_shows_the_name_of_its_row_and_the_GSID_on_hover()
    {
        var csm = "";
        await using var shown = await Shown.OpenAsync(browser, emulator =>
        {
            csm = emulator.Object("gsuser").Insert(("Name", "Ada Example"), ("Email", "ada@example.com"));
            _ = emulator.Object("Company").Insert(("Name", "Acme"), ("Csm", csm));
        });

        var cell = shown.Page.Locator("tbody td", new() { HasText = "Ada Example" });
        await Expect(cell).ToHaveAttributeAsync("title", csm);
        await shown.ClickAsync("Acme");
        await Expect(shown.Page.Locator("#field-Csm-about")).ToContainTextAsync("Ada Example");
        await Expect(shown.Page.Locator("#field-Csm")).ToHaveValueAsync(csm);
    }

    [ChromiumFact]
    public async Task Ten_thousand_rows_are_searched_sorted_and_paged()
    {
        await using var shown = await Shown.OpenAsync(browser, emulator =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                _ = emulator.Object("Company").Insert(("Name", $"Company {i:00000}"), ("Arr", (decimal)i));
            }
        });
        await Expect(shown.Page.Locator("#pager-text")).ToHaveTextAsync("1–50 of 10,000");

        await shown.ClickAsync("Name");
        await Expect(shown.Page.Locator("tbody tr").First).ToContainTextAsync("Company 00000");
        await shown.ClickAsync("Next");
        await Expect(shown.Page.Locator("#pager-text")).ToHaveTextAsync("51–100 of 10,000");
        await Expect(shown.Page.Locator("tbody tr").First).ToContainTextAsync("Company 00050");

        await shown.Page.FillAsync("#row-search", "company 0777");
        await Expect(shown.Page.Locator("#pager-text")).ToHaveTextAsync("1–10 of 10");
        await shown.Page.FillAsync("#row-search", "nobody");
        await Expect(shown.Page.Locator("#row-scroll")).ToContainTextAsync("No row holds that text.");
    }

    [ChromiumFact]
    public async Task An_edited_row_is_seen_through_the_api_and_its_history_tells_the_change()
    {
        await using var shown = await Shown.OpenAsync(browser);
        using var inserted = await shown.InsertAsync("Acme");

        await shown.ClickAsync("Acme");
        await Expect(shown.Page.Locator("#sheet .history")).ToContainTextAsync("by request 1");
        await shown.Page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync("Acme Inc");
        _ = await shown.Page.GetByLabel("Stage", new PageGetByLabelOptions { Exact = true }).SelectOptionAsync("Launched");
        await shown.ClickAsync("Save changes");
        await Expect(shown.Page.Locator("#row-scroll")).ToContainTextAsync("Acme Inc");

        (await shown.QueryAsync("Name")).Should().Contain("Acme Inc");
        await shown.ClickAsync("Acme Inc");
        var history = shown.Page.Locator("#sheet .history");
        await Expect(history.Locator("li")).ToHaveCountAsync(2);
        await Expect(history.Locator("li").First).ToContainTextAsync("Acme → Acme Inc");
        await Expect(history.Locator("li").First).ToContainTextAsync("empty → Launched");
        await Expect(history.Locator("li").First).ToContainTextAsync("not by a request");
    }

    [ChromiumFact]
    public async Task A_row_is_added_and_deleted()
    {
        await using var shown = await Shown.OpenAsync(browser);

        await shown.ClickAsync("Add row");
        await shown.Page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync("New one");
        await shown.Page.GetByLabel("Beta", new PageGetByLabelOptions { Exact = true }).CheckAsync();
        await shown.Page.Locator("#sheet").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Add row" }).ClickAsync();
        await Expect(shown.ByRole(AriaRole.Button, "New one")).ToBeVisibleAsync();
        shown.Companies.Rows.Should().ContainSingle().Which["Tags"].Should().NotBeNull();

        await shown.ClickAsync("New one");
        await shown.ClickAsync("Delete row");
        await shown.Page.ClickAsync("#ask-yes");
        await Expect(shown.Page.Locator("#row-scroll")).ToContainTextAsync("has no rows yet");
        shown.Companies.Count.Should().Be(0);
    }

    [ChromiumFact]
    public async Task A_value_that_is_no_number_is_refused_before_it_is_sent()
    {
        await using var shown = await Shown.OpenAsync(browser, emulator => emulator.Object("Company").Insert(("Name", "Acme"), ("Arr", 5m)));

        await shown.ClickAsync("Acme");
        await shown.Page.GetByLabel("Arr", new PageGetByLabelOptions { Exact = true }).FillAsync("five");
        await shown.ClickAsync("Save changes");

        await Expect(shown.Page.Locator("#sheet .message")).ToHaveTextAsync("Arr must be a number.");
        shown.Companies.Rows[0]["Arr"].Should().Be(5m);
    }

    [ChromiumFact]
    public async Task Only_the_fields_that_a_person_changed_are_saved()
    {
        const string Lines = "one\r\ntwo";
        await using var shown = await Shown.OpenAsync(browser, emulator => emulator.Object("Company").Insert(("Name", "Acme"), ("Summary", Lines), ("Arr", 12345678901234567890.12m)));

        await shown.ClickAsync("Acme");
        await shown.Page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync("Acme Inc");
        await shown.ClickAsync("Save changes");
        await Expect(shown.ByRole(AriaRole.Button, "Acme Inc")).ToBeVisibleAsync();

        shown.Companies.Rows[0]["Summary"].Should().Be(Lines);
        shown.Companies.Rows[0]["Arr"].Should().Be(12345678901234567890.12m);
    }

    [ChromiumFact]
    public async Task A_row_that_was_changed_or_deleted_while_it_was_edited_is_not_overwritten()
    {
        await using var shown = await Shown.OpenAsync(browser, emulator => emulator.Object("Company").Insert(("Name", "Acme")));
        var gsid = shown.Companies.Rows[0].Gsid;
        var name = shown.Page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true });

        await shown.ClickAsync("Acme");
        await Expect(name).ToHaveValueAsync("Acme");
        shown.Companies.Update(gsid, ("Name", "Theirs"));
        await name.FillAsync("Mine");
        await shown.ClickAsync("Save changes");
        await Expect(shown.Page.Locator("#sheet .message")).ToContainTextAsync("changed in the meantime");
        shown.Companies.Find(gsid)!["Name"].Should().Be("Theirs");

        await shown.ClickAsync("Show the current row");
        await Expect(name).ToHaveValueAsync("Theirs");
        _ = shown.Companies.Delete(gsid);
        await name.FillAsync("Mine");
        await shown.ClickAsync("Save changes");
        await Expect(shown.Page.Locator("#sheet .message")).ToContainTextAsync("deleted in the meantime");
    }

    [ChromiumFact]
    public async Task Html_in_a_value_is_shown_as_text_and_never_run()
    {
        const string Attack = "<img src=x onerror=\"window.attacked=1\"><script>window.attacked=1</script>";
        await using var shown = await Shown.OpenAsync(browser, emulator => emulator.Object("Company").Insert(("Name", Attack), ("CurrencyIsoCode", Attack)));

        await Expect(shown.Page.Locator("#row-scroll tbody th")).ToHaveTextAsync(Attack);
        using var inserted = await shown.InsertAsync(Attack + "2");
        await shown.ClickAsync(Attack + "2");
        await Expect(shown.Page.Locator("#sheet .history")).ToContainTextAsync("<img src=x");
        await shown.Page.Keyboard.PressAsync("Escape");
        await shown.GoToAsync("requests");
        await shown.Page.Locator("#request-scroll tbody button").First.ClickAsync();
        await Expect(shown.Page.Locator("#sheet pre").First).ToContainTextAsync("img src=x");

        (await shown.Page.EvaluateAsync<bool>("'attacked' in window")).Should().BeFalse();
        (await shown.Page.Locator("#row-scroll img, #sheet img").CountAsync()).Should().Be(0);
    }
}
