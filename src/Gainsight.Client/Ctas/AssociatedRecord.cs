namespace Gainsight.Client;

/// <summary>A record that a CTA is linked to (CTA API documentation, sample).</summary>
/// <param name="RecordId">Its id, in the form of its source.</param>
/// <param name="ObjectName">The object it is a row of, such as <c>Case</c>.</param>
/// <param name="Source">Where it lives, such as <c>SFDC</c> or <c>MDA</c>.</param>
public sealed record AssociatedRecord(string RecordId, string? ObjectName, string? Source);
