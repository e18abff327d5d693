namespace Gainsight.Client;

/// <summary>A part of an export: where it is fetched, and the number of its first row, where that is told.</summary>
internal sealed record ExportChunk(string Url, long? Offset);
