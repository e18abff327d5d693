namespace Gainsight.Client.Emulator;

/// <summary>What became of one record: its GSID, or its error.</summary>
internal sealed record CockpitOutcome(string Reference, string? Gsid, (string Code, string Text)? Error);
