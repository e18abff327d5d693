namespace Gainsight.Client;

/// <summary>How far an export has come.</summary>
/// <param name="Job">What to keep: reading goes on from here. The rows of all parts before it were taken by whoever reads.</param>
/// <param name="Status">Gainsight's word for the job's state: <c>NOT_STARTED</c>, <c>SUBMITTED</c>, <c>IN_PROGRESS</c>, <c>COMPLETED</c>; an open set.</param>
/// <param name="TotalRows">The number of rows in all, once Gainsight tells it.</param>
public sealed record ExportProgress(ExportJob Job, string? Status, long? TotalRows);
