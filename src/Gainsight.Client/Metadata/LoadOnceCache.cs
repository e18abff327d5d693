using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client;

/// <summary>Loads values by name and keeps them for some time. Callers that ask at the same time share one load.</summary>
/// <remarks>
/// A caller's cancellation ends only its own waiting. The load goes on, because others may wait for it, until the client is disposed. After a failure of the first load, the next
/// caller loads again. After a failure of a later load, the old value is kept, and the next load starts a minute later at the earliest.
/// </remarks>
/// <param name="time">The clock.</param>
/// <param name="lifetime">How long a value is kept.</param>
internal sealed class LoadOnceCache<T>(TimeProvider time, TimeSpan lifetime)
{
    /// <summary>The time between two loads of a value that is not too old.</summary>
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the value of the name, or loads it.</summary>
    /// <param name="name">The name; case is ignored.</param>
    /// <param name="load">Loads the value.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <param name="since">A number of <see cref="ClientContext.NextMoment"/>: a value that was loaded before it is loaded again, at most once a minute.</param>
    public Task<T> GetAsync(string name, Func<string, Task<T>> load, CancellationToken cancellationToken, long? since = null)
    {
        if (Reserve(name, out var entry, since))
        {
            _ = RunAsync(name, entry, load);
        }

        return entry.Task.WaitAsync(cancellationToken);
    }

    /// <summary>True when the name is to be loaded and no one loads it yet. The caller must then complete the entry or <see cref="Fail"/> it.</summary>
    public bool Reserve(string name, out Entry entry, long? since = null)
    {
        var fresh = new Entry { StartedAt = time.GetTimestamp() };
        while (true)
        {
            entry = _entries.GetOrAdd(name, fresh);
            if (ReferenceEquals(entry, fresh))
            {
                return true;
            }

            if (!entry.Task.IsCompletedSuccessfully || !IsOld(entry, since))
            {
                return false;
            }

            entry.Old = null;
            (fresh.Old, fresh.RefreshedAt) = (entry, since is null ? entry.RefreshedAt : fresh.StartedAt);
            if (_entries.TryUpdate(name, fresh, entry))
            {
                entry = fresh;
                return true;
            }
        }
    }

    /// <summary>Removes the entry and passes the failure to the waiting callers. If an older value is known, it is kept and passed instead.</summary>
    public void Fail(string name, Entry entry, Exception failure)
    {
        if (entry.Old is { } old)
        {
            var now = time.GetTimestamp();
            var ago = lifetime > RefreshInterval ? lifetime - RefreshInterval : TimeSpan.Zero;
            var kept = new Entry { StartedAt = now - (long)(Math.Min(ago.TotalSeconds, MaxSeconds) * time.TimestampFrequency), RefreshedAt = now };
            kept.SetResult(old.Task.Result);
            _entries.TryUpdate(name, kept, entry);
            entry.TrySetResult(old.Task.Result);
            return;
        }

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
        var entry = new Entry { StartedAt = time.GetTimestamp() };
        entry.SetResult(value);
        _entries[name] = entry;
    }

    /// <summary>The value of the name, if it is loaded and not too old.</summary>
    public bool TryGet(string name, [MaybeNullWhen(false)] out T value)
    {
        var known = _entries.TryGetValue(name, out var entry) && entry.Task.IsCompletedSuccessfully && !IsOld(entry, since: null);
        value = known ? entry!.Task.Result : default;
        return known;
    }

    /// <summary>A hundred years, which no time stamp overflows with.</summary>
    private static double MaxSeconds => TimeSpan.FromDays(36_500).TotalSeconds;

    private bool IsOld(Entry entry, long? since) =>
        time.GetElapsedTime(entry.StartedAt) >= lifetime
        || (entry.Number < since && (entry.RefreshedAt is not { } refreshed || time.GetElapsedTime(refreshed) >= RefreshInterval));

    [SuppressMessage("Design", "CA1031", Justification = "Every failure is passed to the waiting callers.")]
    private async Task RunAsync(string name, Entry entry, Func<string, Task<T>> load)
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

    /// <summary>A value that is loaded or being loaded.</summary>
    internal sealed class Entry() : TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        /// <summary>The time stamp of the beginning of the load.</summary>
        public long StartedAt { get; init; }

        /// <summary>The place of the load among other events.</summary>
        public long Number { get; } = ClientContext.NextMoment();

        /// <summary>The time stamp of the last load of a value that was not too old.</summary>
        public long? RefreshedAt { get; set; }

        /// <summary>The value before this load.</summary>
        public Entry? Old { get; set; }
    }
}
