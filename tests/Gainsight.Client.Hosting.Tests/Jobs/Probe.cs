namespace Gainsight.Client.Hosting.Tests.Jobs;

/// <summary>What the job of a test does, and what it was given.</summary>
internal sealed class Probe
{
    public Func<JobRun, CancellationToken, Task> Work { get; set; } = (_, _) => Task.CompletedTask;

    public List<string> Words { get; } = [];

    /// <summary>How many instances of the job were made, and how many disposed.</summary>
    public (int Made, int Disposed) Instances { get; set; }
}
