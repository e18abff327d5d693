namespace Gainsight.Client;

/// <summary>An error in the result of a batch, and the row to which it belongs.</summary>
/// <param name="Row">The number of the row. It is unknown whether Gainsight counts from 0 or from 1.</param>
/// <param name="Email">The address of the person, if the answer names it.</param>
/// <param name="Error">What is wrong.</param>
internal sealed record PersonBatchError(int? Row, string? Email, RecordError Error);
