using Deque.AxeCore.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Gainsight.Client.Inspector.Tests;

[Collection(BrowserCollection.Name)]
public sealed class InspectorLookTests(Browser browser)
{
    private static readonly string[] Views = ["data", "requests", "faults", "settings", "tenant"];

    [ChromiumFact]
    public async Task The_page_is_used_by_keyboard_alone()
    {
        await using var shown = await Shown.OpenAsync(browser, emulator => emulator.Object("Company").Insert(("Name", "Acme")));
        var keyboard = shown.Page.Keyboard;
        await Expect(shown.ByRole(AriaRole.Button, "Acme")).ToBeVisibleAsync();

        await keyboard.PressAsync("Tab");
        await Expect(shown.Page.Locator("#skip")).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await Expect(shown.Page.Locator("#main")).ToBeFocusedAsync();

        for (var i = 0; i < 100 && !await shown.ByRole(AriaRole.Button, "Acme").EvaluateAsync<bool>("node => node === document.activeElement"); i++)
        {
            await keyboard.PressAsync("Tab");
        }

        await Expect(shown.ByRole(AriaRole.Button, "Acme")).ToBeFocusedAsync();
        (await shown.Page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle")).Should().Be("solid", "the focus is visible");
        await keyboard.PressAsync("Enter");
        await Expect(shown.Page.Locator("#sheet")).ToBeVisibleAsync();
        await keyboard.PressAsync("Escape");
        await Expect(shown.Page.Locator("#sheet")).ToBeHiddenAsync();
        await Expect(shown.ByRole(AriaRole.Button, "Acme")).ToBeFocusedAsync();

        await keyboard.PressAsync("2");
        await Expect(shown.Page.Locator("#view-requests")).ToBeVisibleAsync();
        await keyboard.PressAsync("p");
        await Expect(shown.ByRole(AriaRole.Button, "Go on")).ToBeVisibleAsync();
        await keyboard.PressAsync("/");
        await Expect(shown.Page.Locator("#request-filter")).ToBeFocusedAsync();
        await keyboard.TypeAsync("1p/");
        await Expect(shown.Page.Locator("#request-filter")).ToHaveValueAsync("1p/");
        await shown.Page.Locator("#main").FocusAsync();
        await keyboard.PressAsync("?");
        await Expect(shown.Page.Locator("#sheet-title")).ToHaveTextAsync("Keyboard shortcuts");
    }

    [ChromiumFact]
    public async Task Every_view_fits_a_narrow_screen_in_light_and_dark()
    {
        foreach (var colors in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var shown = await Shown.OpenAsync(browser, Fill, 360, colors);
            using var inserted = await shown.InsertAsync("A company with a name that is much longer than a narrow screen is wide");
            await ForEachViewAsync(shown, async view =>
            {
                await SaveAsync(shown, $"narrow-{colors}-{view}");
                (await shown.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(360, view);
            });
        }
    }

    [ChromiumFact]
    public async Task Every_view_has_no_accessibility_problem_that_axe_finds()
    {
        foreach (var colors in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var shown = await Shown.OpenAsync(browser, Fill, colors: colors);
            using var inserted = await shown.InsertAsync("Acme");
            await ForEachViewAsync(shown, async view =>
            {
                await SaveAsync(shown, $"wide-{colors}-{view}");
                var result = await shown.Page.RunAxe();
                result.Violations.Select(violation => $"{colors} {view}: {violation.Id}: {violation.Nodes[0].Html}").Should().BeEmpty();
            });
        }
    }

    [ChromiumFact]
    public async Task The_page_is_dark_where_the_system_is()
    {
        await using var light = await Shown.OpenAsync(browser);
        await using var dark = await Shown.OpenAsync(browser, colors: ColorScheme.Dark);

        (await BackgroundAsync(light)).Should().NotBe(await BackgroundAsync(dark));
    }

    private static Task<string> BackgroundAsync(Shown shown) => shown.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

    /// <summary>Shows each view, and what opens over them.</summary>
    private static async Task ForEachViewAsync(Shown shown, Func<string, Task> checkAsync)
    {
        await Expect(shown.ByRole(AriaRole.Button, "Brightwater Labs")).ToBeVisibleAsync();
        foreach (var view in Views)
        {
            await shown.GoToAsync(view);
            await Expect(shown.Page.Locator($"#view-{view}")).ToBeVisibleAsync();
            await Expect(shown.Page.Locator("#fault-form button").Or(shown.Page.Locator("#view-faults[hidden]"))).Not.ToHaveCountAsync(0);
            await checkAsync(view);
        }

        await shown.GoToAsync("requests");
        await shown.Page.Locator("#request-scroll tbody button").First.ClickAsync();
        await Expect(shown.Page.Locator("#sheet pre").First).ToBeVisibleAsync();
        await checkAsync("request");
        await shown.ClickAsync("Close");
        await shown.GoToAsync("data");
        await shown.ClickAsync("Brightwater Labs");
        await Expect(shown.Page.Locator("#sheet .history, #sheet .row-form ~ div .hint")).ToBeVisibleAsync();
        await checkAsync("row");
    }

    private static void Fill(GainsightEmulator emulator)
    {
        string[] names = ["Brightwater Labs", "Harbor & Pine", "Juniper Freight", "Kestrel Analytics", "Lumen Dental", "Marlow Insurance", "Northwind Outdoor", "Quarry Stone"];
        string[] stages = ["Launched", "Kicked Off", "Adopting"];
        var number = 0;
        foreach (var name in names)
        {
            number++;
            _ = emulator.Object("Company").Insert(
                ("Name", name), ("Industry", number % 2 == 0 ? "Software" : "Logistics"), ("Stage", stages[number % 2]), ("Arr", 12_500m * number),
                ("Employees", 40m * number), ("RenewalDate", new DateOnly(2027, number, 1)), ("Csm", emulator.Object("gsuser").Rows[0].Gsid));
        }

        _ = emulator.Faults.Add(new Fault(FaultKind.Latency) { Operation = EmulatorOperations.Query, Delay = TimeSpan.FromMilliseconds(1), Probability = 0.1 });
        _ = emulator.Faults.Add(new Fault(FaultKind.CutAfterCommit) { Operation = EmulatorOperations.Update, Enabled = false });
        emulator.Switches.PageCap = 250;
    }

    /// <summary>Saves a picture into the folder that the environment names, for a person to look at.</summary>
    private static async Task SaveAsync(Shown shown, string name)
    {
        if (Environment.GetEnvironmentVariable("GAINSIGHT_TEST_SCREENSHOTS") is { Length: > 0 } folder)
        {
            _ = await shown.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name.ToLowerInvariant() + ".png") });
        }
    }
}
