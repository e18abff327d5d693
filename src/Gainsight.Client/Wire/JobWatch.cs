namespace Gainsight.Client;

/// <summary>Decides when a job is no longer asked for its state: it has ended, or it stays in a state that is not known.</summary>
internal sealed class JobWatch
{
    private int _unknown;

    /// <summary>Whether the job was in states that are not known <see cref="JobState.MaxUnknown"/> times in a row.</summary>
    public bool IsLost => _unknown >= JobState.MaxUnknown;

    /// <summary>Takes the state of an answer.</summary>
    /// <param name="state">The word, or null when the answer has none.</param>
    /// <returns>Whether to stop asking.</returns>
    public bool IsOver(string? state)
    {
        _unknown = JobState.IsUnknown(state) ? _unknown + 1 : 0;
        return IsLost || JobState.HasEnded(state);
    }
}
