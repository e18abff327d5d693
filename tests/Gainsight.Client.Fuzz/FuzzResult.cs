namespace Gainsight.Client.Fuzz;

/// <summary>How a run of a case ended.</summary>
/// <param name="Failure">Why it failed, or null.</param>
/// <param name="Time">The processor time of the process during the run.</param>
/// <param name="IsSlow">Whether the case took too much processor time, or did not end.</param>
internal sealed record FuzzResult(Exception? Failure, TimeSpan Time, bool IsSlow);
