namespace Gainsight.Client.Emulator;

/// <summary>The result of one record: its GSID or its error.</summary>
internal sealed record CockpitOutcome(string Reference, string? Gsid, (string Code, string Text)? Error);
