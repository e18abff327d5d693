namespace Gainsight.Client;

/// <summary>A chunk of an export: its address, and the number of its first row if the answer has it.</summary>
internal sealed record ExportChunk(string Url, long? Offset);
