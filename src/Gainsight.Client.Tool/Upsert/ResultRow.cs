namespace Gainsight.Client.Tool;

/// <summary>What became, or would become, of a row.</summary>
/// <param name="Index">Its position in the file, from 0.</param>
/// <param name="Status">The name of the status.</param>
/// <param name="Gsid">The GSID, if it is known.</param>
/// <param name="Errors">Why it is bad.</param>
/// <param name="IsBad">Whether the tenant does not, or would not, have it as asked.</param>
internal readonly record struct ResultRow(long Index, string Status, string? Gsid, IReadOnlyList<RecordError> Errors, bool IsBad);
