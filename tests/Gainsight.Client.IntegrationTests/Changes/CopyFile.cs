namespace Gainsight.Client.IntegrationTests.Changes;

/// <summary>The file of a copy of companies, in a folder of its own. Each update opens it anew, like a restart.</summary>
internal sealed class CopyFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("copy").FullName;

    public string Path => System.IO.Path.Combine(_folder, "companies.jsonl");

    public async Task<List<CopyChange<Company>>> UpdateAsync(GainsightClient gainsight, RecordQuery<Company> query, ReadOptions? reading = null, Field? key = null)
    {
        using var copy = new RecordCopy<Company>(Path);
        List<CopyChange<Company>> changes = [];
        var options = new ChangeOptions { Reading = reading ?? new ReadOptions(), Key = key };
        await foreach (var change in copy.UpdateAsync(gainsight.Changes, query, options))
        {
            changes.Add(change);
        }

        await copy.SaveAsync();
        return changes;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
