using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client;

/// <summary>What was loaded, by name: loaded once however many ask at once, kept, and asked for again only after a failure.</summary>
/// <remarks>A caller's cancellation ends its waiting, not the load: others may wait for it.</remarks>
internal sealed class LoadOnceCache<T>
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<T>> _entries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gives what is known under the name, or loads it.</summary>
    public Task<T> GetAsync(string name, Func<string, Task<T>> load, CancellationToken cancellationToken)
    {
        if (Reserve(name, out var entry))
        {
            _ = RunAsync(name, entry, load);
        }

        return entry.Task.WaitAsync(cancellationToken);
    }

    /// <summary>True when nobody loads the name yet: the caller then has to complete the entry, or to <see cref="Fail"/> it.</summary>
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

    /// <summary>Forgets the entry, and tells those who wait for it.</summary>
    public void Fail(string name, TaskCompletionSource<T> entry, Exception failure)
    {
        _entries.TryRemove(new(name, entry));
        if (entry.TrySetException(failure))
        {
            // Whoever waited may have given up: then nobody sees it.
            _ = entry.Task.Exception;
        }
    }

    /// <summary>Keeps what was loaded otherwise.</summary>
    public void Put(string name, T value)
    {
        var entry = new TaskCompletionSource<T>();
        entry.SetResult(value);
        _entries[name] = entry;
    }

    /// <summary>What is known under the name by now.</summary>
    public bool TryGet(string name, [MaybeNullWhen(false)] out T value)
    {
        var known = _entries.TryGetValue(name, out var entry) && entry.Task.IsCompletedSuccessfully;
        value = known ? entry!.Task.Result : default;
        return known;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Every failure is told to those who wait.")]
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
