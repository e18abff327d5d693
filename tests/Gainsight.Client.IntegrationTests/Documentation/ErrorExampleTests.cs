using System.Text.RegularExpressions;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.IntegrationTests.Documentation;

/// <summary>The examples on the page of errors happen, with the messages that the page shows. <c>APPROVE=1</c> writes the messages.</summary>
public sealed partial class ErrorExampleTests
{
    private const string Page = "docs/errors.md";

    [Fact]
    public async Task Every_exception_is_thrown_with_the_message_that_the_page_shows()
    {
        var page = ApprovedFile.Read(Page);
        foreach (Match section in ExceptionSection().Matches(page))
        {
            // The base class is not thrown itself, and no call throws the failure of a quota store.
            if (section.Groups[1].Value is nameof(GainsightException) or nameof(QuotaStoreException))
            {
                continue;
            }

            var message = await MessageAsync(section.Groups[1].Value);
            var text = $"{Message().Replace(section.Value, string.Empty).TrimEnd()}\n\n```text\n{message}\n```\n\n";
            page = page.Replace(section.Value, text, StringComparison.Ordinal);
        }

        ApprovedFile.ShouldHold(Page, page);
    }

    [Fact]
    public async Task Every_code_of_the_library_is_given_with_the_message_that_the_page_shows()
    {
        var page = ApprovedFile.Read(Page);
        foreach (Match row in OwnCode().Matches(Section(page, "## Codes of this library")))
        {
            var code = row.Groups[2].Value;
            await using var tenant = await Tenant.StartAsync();
            var error = (await ErrorExamples.Codes[code](tenant)).Should().Contain(error => error.Code == code, "{0}", code).Which;
            page = page.Replace(row.Value, $"{row.Groups[1].Value} {Shown(error.Message, tenant)} |", StringComparison.Ordinal);
        }

        ApprovedFile.ShouldHold(Page, page);
    }

    [Fact]
    public async Task The_examples_of_codes_of_Gainsight_are_refused_with_these_codes()
    {
        var rows = Section(ApprovedFile.Read(Page), "### Of a row");
        foreach (var (code, raise) in ErrorExamples.GainsightCodes)
        {
            await using var tenant = await Tenant.StartAsync();

            (await raise(tenant)).Select(error => error.Code).Should().Contain(code);
            rows.Should().Contain($"\n| `{code}` |");
        }
    }

    private static async Task<string> MessageAsync(string exception)
    {
        await using var tenant = await Tenant.StartAsync();
        try
        {
            await ErrorExamples.Exceptions[exception](tenant);
        }
        catch (Exception thrown) when (thrown.GetType().Name == exception)
        {
            return Shown(thrown.Message, tenant);
        }

        throw new InvalidOperationException($"{exception} was not thrown.");
    }

    private static string Shown(string message, Tenant tenant) =>
        Varying().Replace(message.Replace(tenant.BaseAddress.Authority, "acme.gainsightcloud.com", StringComparison.Ordinal), "…");

    private static string Section(string page, string heading)
    {
        var start = page.IndexOf($"{heading}\n", StringComparison.Ordinal);
        var end = page.IndexOf("\n#", start + heading.Length, StringComparison.Ordinal);
        return page[start..(end < 0 ? page.Length : end)];
    }

    [GeneratedRegex(@"^### (\w+Exception)\n.*?(?=^##)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ExceptionSection();

    [GeneratedRegex("\n```text\n.*?\n```\n", RegexOptions.Singleline)]
    private static partial Regex Message();

    /// <summary>Code, cause, remedy and example, then the message.</summary>
    [GeneratedRegex(@"^(\| `(\w+)` \|[^|\n]*\|[^|\n]*\|[^|\n]*\|)(.*)\|$", RegexOptions.Multiline)]
    private static partial Regex OwnCode();

    /// <summary>What differs from run to run: request ids.</summary>
    [GeneratedRegex(@"(?<=Request id: )[\w-]+")]
    private static partial Regex Varying();
}
