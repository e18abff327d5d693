namespace Gainsight.Client;

/// <summary>What the calls of one write learn from each other about whether it is of use to look for the rows at fault.</summary>
/// <remarks>They probe one after the other, so that the third of many alike knows what became of the first two.</remarks>
internal sealed class BadRowSearches : IDisposable
{
    private const int MaxHopeless = 2;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private int _hopeless;

    /// <summary>Whether the last two calls that were looked into had to be given up.</summary>
    public bool IsHopeless => Volatile.Read(ref _hopeless) >= MaxHopeless;

    /// <summary>Waits for the turn to probe.</summary>
    public Task EnterAsync(CancellationToken cancellationToken) => _turn.WaitAsync(cancellationToken);

    public void Leave() => _turn.Release();

    /// <summary>A call was given up: its rows could not be told apart.</summary>
    public void GaveUp() => Interlocked.Increment(ref _hopeless);

    /// <summary>A call was accepted, so not everything is refused.</summary>
    public void Accepted() => Volatile.Write(ref _hopeless, 0);

    public void Dispose() => _turn.Dispose();
}
