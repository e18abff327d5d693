using System.Reflection;
using Gainsight.Client.TestSupport;
using Microsoft.CodeAnalysis;

namespace Gainsight.Client.Generators.Tests;

public sealed class RuleTests
{
    public static TheoryData<string> Ids
    {
        get
        {
            var ids = new TheoryData<string>();
            foreach (var rule in All)
            {
                ids.Add(rule.Id);
            }

            return ids;
        }
    }

    private static IEnumerable<DiagnosticDescriptor> All =>
        typeof(Rules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(each => each.GetValue(null)).OfType<DiagnosticDescriptor>();

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_diagnostic_has_a_page_of_its_own_that_shows_what_to_write(string id)
    {
        var rule = All.Single(each => each.Id == id);
        rule.HelpLinkUri.Should().EndWith($"docs/analyzers/{id}.md");

        var page = ApprovedFile.Read($"docs/analyzers/{id}.md");
        page.Should().StartWith($"# {id}: {rule.Title}\n");
        page.Should().Contain(rule.DefaultSeverity.ToString()).And.Contain("## Write instead").And.Contain("```");
    }

    [Fact]
    public void The_ids_are_numbered_without_a_gap() => All.Select(rule => rule.Id).Should().Equal(Enumerable.Range(1, All.Count()).Select(number => $"GSC{number:000}"));
}
