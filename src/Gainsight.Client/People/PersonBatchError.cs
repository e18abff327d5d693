namespace Gainsight.Client;

/// <summary>An error in the result of a batch, with what it says of its row.</summary>
/// <param name="Row">The number of the row; whether Gainsight counts from 0 or from 1 is unknown.</param>
/// <param name="Email">The address of the person, where the answer names it.</param>
/// <param name="Error">What is wrong.</param>
internal sealed record PersonBatchError(int? Row, string? Email, RecordError Error);
