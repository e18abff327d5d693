namespace Gainsight.Client;

/// <summary>Waits for work that several callers wait for.</summary>
internal static class SharedTask
{
    /// <summary>Waits for a task that goes on when the caller gives up. If it then fails, and no other caller waits, its exception counts as observed.</summary>
    public static Task<T> WaitSharedAsync<T>(this Task<T> task, CancellationToken cancellationToken)
    {
        if (!task.IsCompleted && cancellationToken.CanBeCanceled)
        {
            _ = task.ContinueWith(
                static failed => failed.Exception,
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }

        return task.WaitAsync(cancellationToken);
    }
}
