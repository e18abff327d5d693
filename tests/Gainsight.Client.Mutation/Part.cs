using System.Text.Json;

namespace Gainsight.Client.Mutation;

/// <summary>A folder of the SDK, and the tests that run for it.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Tests">By test project, a regular expression for the names of the tests. The first projects run first.</param>
/// <param name="LongestTest">The longest test that runs, in milliseconds.</param>
/// <param name="LongestRun">How long the tests of a change run together, in milliseconds. The fast ones run first.</param>
internal sealed record Part(string Folder, Dictionary<string, string> Tests, long LongestTest, long LongestRun)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static Part Read(string path) => JsonSerializer.Deserialize<Part>(File.ReadAllText(path), Options)!;
}
