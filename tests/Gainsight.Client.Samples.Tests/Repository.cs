namespace Gainsight.Client.Samples.Tests;

/// <summary>The folders of the repository.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Samples { get; } = Path.Combine(Root, "samples");

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "Gainsight.Client.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
