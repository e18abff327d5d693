namespace Gainsight.Client.Soak;

/// <summary>What a step does with its rows.</summary>
internal enum WriteKind
{
    Insert,
    Update,
    Upsert,
    Delete,
}
