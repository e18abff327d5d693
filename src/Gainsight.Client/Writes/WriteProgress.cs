namespace Gainsight.Client;

/// <summary>How far a write has come.</summary>
/// <param name="Total">The rows given, or null while a stream is still being read.</param>
/// <param name="Done">The rows whose outcome is known, failed ones included.</param>
/// <param name="Failed">Of these, the rows that failed or are unknown.</param>
/// <param name="EstimatedTimeLeft">How long the rest will take at the pace so far and with the quota left, or null when that cannot be told yet.</param>
public readonly record struct WriteProgress(long? Total, long Done, long Failed, TimeSpan? EstimatedTimeLeft);
