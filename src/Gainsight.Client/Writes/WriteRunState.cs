namespace Gainsight.Client;

/// <summary>What the parts of one write share: the calls made, and why it stopped if it did.</summary>
internal sealed class WriteRunState
{
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private GainsightException? _stoppedBy;

    public CallCounter Calls { get; } = new();

    /// <summary>Why no further call is made, or null.</summary>
    public GainsightException? StoppedBy => Volatile.Read(ref _stoppedBy);

    /// <summary>Ends when no further call is made.</summary>
    public Task Stopped => _stopped.Task;

    /// <summary>Makes no further call; the first reason is kept.</summary>
    public void Stop(GainsightException reason)
    {
        Interlocked.CompareExchange(ref _stoppedBy, reason, null);
        _stopped.TrySetResult();
    }
}
