using Gainsight.Client.Generators;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tests.Conventions.Layers;

/// <summary>The source of the shipped projects, each read and resolved once.</summary>
public sealed class LayerFixture
{
    private readonly Dictionary<string, IReadOnlyList<FolderReference>> _references = [];

    /// <summary>The files of a project, with paths relative to it.</summary>
    internal IReadOnlyList<(string Path, string Text)> FilesOf(string project) => ApprovedFile.Sources($"src/{project}");

    /// <summary>Where files of a project use the types that send requests.</summary>
    internal IReadOnlyList<string> HttpUsesIn(string project, Func<string, bool> isSearched) => SourceMap.UsesOf(
        ["HttpRequestMessage", "HttpResponseMessage", "HttpMessageInvoker", "HttpMessageHandler"], FilesOf(project), isSearched, new RecordGenerator());

    /// <summary>The names of a project that cannot be resolved.</summary>
    internal IReadOnlyList<string> UnresolvedIn(string project) => SourceMap.Unresolved(FilesOf(project), new RecordGenerator());

    /// <summary>What the folders of a project use of each other.</summary>
    internal IReadOnlyList<FolderReference> ReferencesOf(string project)
    {
        if (!_references.TryGetValue(project, out var references))
        {
            _references[project] = references = SourceMap.Resolve(FilesOf(project), new RecordGenerator());
        }

        return references;
    }
}
