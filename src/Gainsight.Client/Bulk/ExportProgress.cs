namespace Gainsight.Client;

/// <summary>The progress of an export.</summary>
/// <param name="Job">The job to store: reading continues from here. The caller has read the rows of all chunks before it.</param>
/// <param name="Status">Gainsight's name for the state of the job: <c>NOT_STARTED</c>, <c>SUBMITTED</c>, <c>IN_PROGRESS</c>, <c>COMPLETED</c>. The set is open.</param>
/// <param name="TotalRows">The total number of rows, once Gainsight returns it.</param>
public sealed record ExportProgress(ExportJob Job, string? Status, long? TotalRows);
