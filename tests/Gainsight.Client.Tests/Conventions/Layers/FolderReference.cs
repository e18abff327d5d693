namespace Gainsight.Client.Tests.Conventions.Layers;

/// <summary>A place in the code of one folder that names a type of another.</summary>
internal sealed record FolderReference(string From, string To, string File, int Line, string Type)
{
    public override string ToString() => $"{File}:{Line} ({From}) uses {Type} ({To})";
}
