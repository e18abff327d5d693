namespace Gainsight.Client;

/// <content>What is wrong with the options, each problem a sentence for the one message that names them all.</content>
public sealed partial class QuotaOptions
{
    internal IEnumerable<string> Problems()
    {
        if (!(Share > 0 && Share <= 1))
        {
            yield return "Quota.Share must be above 0 and at most 1: it is the part of the tenant's limits that this process uses.";
        }

        if (MaxQueueWait < TimeSpan.Zero || MaxQueueWait > TimeSpan.FromDays(1))
        {
            yield return $"Quota.MaxQueueWait is {MaxQueueWait}; it must be between zero, to never wait, and a day, to wait for any window. In a configuration write a minute as \"00:01:00\": a number alone is days.";
        }

        foreach (var bucket in QuotaBuckets.Defaults().Keys.Union(Buckets.Keys, StringComparer.Ordinal))
        {
            if (!Buckets.TryGetValue(bucket, out var windows) || windows is null || windows.Count == 0)
            {
                yield return $"Quota.Buckets must keep the bucket '{bucket}' with at least one window: raise a limit instead of removing it.";
            }
        }

        foreach (var problem in WindowProblems())
        {
            yield return problem;
        }
    }

    private IEnumerable<string> WindowProblems()
    {
        Dictionary<string, QuotaWindow> seen = new(StringComparer.Ordinal);
        foreach ((var bucket, var windows) in Buckets)
        {
            foreach (var window in windows ?? [])
            {
                if (window is null || string.IsNullOrWhiteSpace(window.Name))
                {
                    yield return $"Quota.Buckets['{bucket}'] has a window without a name.";
                    continue;
                }

                if (window.Limit < 1)
                {
                    yield return $"The quota window '{window.Name}' must allow at least 1 call.";
                }

                if (window.Length < TimeSpan.FromSeconds(1) || window.Length.Ticks % TimeSpan.TicksPerSecond != 0)
                {
                    yield return $"The length of the quota window '{window.Name}' must be whole seconds, at least one.";
                }

                if (!seen.TryAdd(window.Name, window) && seen[window.Name] != window)
                {
                    yield return $"The quota window '{window.Name}' stands in several buckets with different lengths or limits: use SetLimit, which changes all of them.";
                }
            }
        }
    }
}
