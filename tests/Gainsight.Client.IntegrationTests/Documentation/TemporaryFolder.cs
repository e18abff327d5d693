namespace Gainsight.Client.IntegrationTests.Documentation;

/// <summary>A folder for the files of a snippet, deleted with them.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("snippet-");

    public string Path => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
