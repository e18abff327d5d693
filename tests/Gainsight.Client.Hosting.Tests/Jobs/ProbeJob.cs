namespace Gainsight.Client.Hosting.Tests.Jobs;

internal enum Mood
{
    Good,
    Bad,
}

internal sealed record ProbeSettings(
    string Word, Mood Mood = Mood.Good, string[]? Values = null, int Limit = 1, Dictionary<string, bool>? Flags = null, TimeSpan? Within = null);

internal sealed class ProbeJob : IGainsightJob<ProbeSettings>, IDisposable
{
    private readonly Probe _probe;

    public ProbeJob(Probe probe)
    {
        _probe = probe;
        _probe.Instances = (_probe.Instances.Made + 1, _probe.Instances.Disposed);
    }

    public Task RunAsync(JobRun run, ProbeSettings settings, CancellationToken cancellationToken)
    {
        _probe.Words.Add(settings.Word);
        return _probe.Work(run, cancellationToken);
    }

    public void Dispose() => _probe.Instances = (_probe.Instances.Made, _probe.Instances.Disposed + 1);
}
