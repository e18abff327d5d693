using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client;

/// <summary>Loads values by name and keeps them. Callers that ask at the same time share one load. After a failure, the next caller loads again.</summary>
/// <remarks>A caller's cancellation ends only its own waiting. The load goes on, because others may wait for it.</remarks>
internal sealed class LoadOnceCache<T>
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<T>> _entries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the value of the name, or loads it.</summary>
    public Task<T> GetAsync(string name, Func<string, Task<T>> load, CancellationToken cancellationToken)
    {
        if (Reserve(name, out var entry))
        {
            _ = RunAsync(name, entry, load);
        }

        return entry.Task.WaitAsync(cancellationToken);
    }

    /// <summary>True when no one loads the name yet. The caller must then complete the entry or <see cref="Fail"/> it.</summary>
    public bool Reserve(string name, out TaskCompletionSource<T> entry)
    {
        if (_entries.TryGetValue(name, out var known))
        {
            entry = known;
            return false;
        }

        var fresh = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        entry = _entries.GetOrAdd(name, fresh);
        return ReferenceEquals(entry, fresh);
    }

    /// <summary>Removes the entry and passes the failure to the waiting callers.</summary>
    public void Fail(string name, TaskCompletionSource<T> entry, Exception failure)
    {
        _entries.TryRemove(new(name, entry));
        if (entry.TrySetException(failure))
        {
            // If every caller has given up, no one observes the exception.
            _ = entry.Task.Exception;
        }
    }

    /// <summary>Keeps a value that was loaded elsewhere.</summary>
    public void Put(string name, T value)
    {
        var entry = new TaskCompletionSource<T>();
        entry.SetResult(value);
        _entries[name] = entry;
    }

    /// <summary>The value of the name, if it is loaded.</summary>
    public bool TryGet(string name, [MaybeNullWhen(false)] out T value)
    {
        var known = _entries.TryGetValue(name, out var entry) && entry.Task.IsCompletedSuccessfully;
        value = known ? entry!.Task.Result : default;
        return known;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Every failure is passed to the waiting callers.")]
    private async Task RunAsync(string name, TaskCompletionSource<T> entry, Func<string, Task<T>> load)
    {
        try
        {
            entry.SetResult(await load(name).ConfigureAwait(false));
        }
        catch (Exception failure)
        {
            Fail(name, entry, failure);
        }
    }
}
