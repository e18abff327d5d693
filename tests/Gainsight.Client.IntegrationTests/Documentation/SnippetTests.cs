using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Documentation;

/// <summary>Users copy the code in the documents, so it must compile.</summary>
public sealed class SnippetTests
{
    private static readonly string?[] Writes =
    [
        EmulatorOperations.Insert, EmulatorOperations.Update, EmulatorOperations.PersonUpsert, EmulatorOperations.CtaCreate, EmulatorOperations.TaskCreate,
        EmulatorOperations.PlanCreate, EmulatorOperations.GoalCreate, EmulatorOperations.TimelineSave, EmulatorOperations.UserCreate,
    ];

    public static TheoryData<string> Documents => [.. Snippet.Documents.Where(document => Snippet.In(document).Count > 0)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_snippet_in_a_document_compiles(string document)
    {
        var snippets = Snippet.In(document);
        IEnumerable<Snippet> readme = document == "README.md" ? [] : Snippet.In("README.md");
        for (var i = 0; i < snippets.Count; i++)
        {
            var snippet = snippets[i];
            SnippetCompiler.Compile(snippet, readme.Concat(snippets.Take(i))).Errors.Should().BeEmpty("{0}, line {1}", document, snippet.Line);
        }
    }

    [Fact]
    public async Task Every_snippet_marked_as_runnable_runs()
    {
        Snippet[] snippets = [.. Snippet.Documents.SelectMany(Snippet.In).Where(snippet => snippet.Runs)];
        snippets.Should().NotBeEmpty();
        foreach (var snippet in snippets)
        {
            using var folder = new TemporaryFolder();
            await using var tenant = await Tenant.StartAsync();
            _ = tenant.Companies.AddField("Region__gc", EmulatedDataType.String);
            var program = SnippetCompiler.Load(SnippetCompiler.Compile(snippet, []).Assembly);
            program.gainsight = tenant.CreateClient();
            program.emulator = tenant.Emulator;
            program.path = Path.Combine(folder.Path, "companies.jsonl");
            program.companyGsid = tenant.Companies.Insert(("Name", "Brightwater Labs"));
            program.ownerGsid = tenant.Emulator.Object("gsuser").Rows[0].Gsid;
            program.planGsid = tenant.Emulator.Object("cta_group").Insert(("Name", "Onboarding"), ("CompanyId", program.companyGsid));
            _ = tenant.Companies.Insert(("Name", "Acme"));
            Func<Task> run = program.RunAsync;
            await run.Should().NotThrowAsync("{0}, line {1}", snippet.Document, snippet.Line);
            if (snippet.IsAlone)
            {
                continue;
            }

            tenant.Emulator.Requests.Snapshot().Should().NotBeEmpty("{0}, line {1}", snippet.Document, snippet.Line).And.OnlyContain(
                entry => entry.Status == 200 && (entry.Committed || !Writes.Contains(entry.Operation)), "{0}, line {1}", snippet.Document, snippet.Line);
        }
    }
}
