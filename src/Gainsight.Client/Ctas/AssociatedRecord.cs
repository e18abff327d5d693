namespace Gainsight.Client;

/// <summary>A record that a CTA is linked to (CTA API documentation, sample).</summary>
/// <param name="RecordId">The id, in the form of the source.</param>
/// <param name="ObjectName">The object of the record, such as <c>Case</c>.</param>
/// <param name="Source">The source of the record, such as <c>SFDC</c> or <c>MDA</c>.</param>
public sealed record AssociatedRecord(string RecordId, string? ObjectName, string? Source);
