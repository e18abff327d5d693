using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client;

/// <content>Describes several objects at once.</content>
internal sealed partial class MetadataCatalogue
{
    /// <summary>The maximum number of objects in one call. No source names a limit. More would make answers of many megabytes, and an answer is held as a whole.</summary>
    public const int BatchSize = 20;

    /// <summary>Describes objects. Those that are not known yet are loaded in batches.</summary>
    /// <exception cref="GainsightNotFoundException">One of the objects does not exist. The descriptions of the others are kept.</exception>
    public async Task<IReadOnlyList<ObjectDescription>> DescribeAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var contents = _contents;
        var described = new Task<ObjectDescription>[names.Count];
        var pending = new List<Pending>();
        for (var i = 0; i < names.Count; i++)
        {
            if (contents.Objects.Reserve(names[i], out var entry))
            {
                pending.Add(new(names[i], entry));
            }

            described[i] = entry.Task;
        }

        if (pending.Count > 0)
        {
            // A caller's cancellation does not stop the calls: others may wait for them. The end of the client does.
            _ = LoadAsync(contents, pending);
        }

        return await Task.WhenAll(described).WaitSharedAsync(cancellationToken).ConfigureAwait(false);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Every failure is passed to the waiting callers.")]
    private async Task LoadAsync(Contents contents, List<Pending> pending)
    {
        try
        {
            foreach (var batch in pending.Chunk(BatchSize))
            {
                await LoadBatchAsync(contents, batch).ConfigureAwait(false);
            }
        }
        catch (Exception failure)
        {
            foreach ((var name, var entry) in pending)
            {
                if (!entry.Task.IsCompleted)
                {
                    contents.Objects.Fail(name, entry, failure);
                }
            }
        }
    }

    private async Task LoadBatchAsync(Contents contents, Pending[] batch)
    {
        Dictionary<string, ObjectDescription> found = new(StringComparer.OrdinalIgnoreCase);
        if (batch.Length > 1 && !_describesOneByOne)
        {
            foreach (var description in await DescribeManyAsync([.. batch.Select(item => item.Name)]).ConfigureAwait(false))
            {
                if (description.Fields.Count > 0)
                {
                    found.TryAdd(description.Name, description);
                }
            }
        }

        List<Pending> rest = [];
        foreach (var item in batch)
        {
            if (found.TryGetValue(item.Name, out var description))
            {
                item.Entry.TrySetResult(description);
            }
            else
            {
                rest.Add(item);
            }
        }

        // Objects that the answer lacks, or has without fields, are described one by one. That answer says why.
        foreach ((var name, var entry) in rest)
        {
            try
            {
                entry.TrySetResult(await SendDescribeAsync(name).ConfigureAwait(false));
            }
            catch (GainsightApiException failure) when (IsRefusal(failure))
            {
                contents.Objects.Fail(name, entry, failure);
            }
        }
    }

    /// <summary>Describes as many of the objects as possible in one call; none if the tenant has no such call.</summary>
    private async Task<IReadOnlyList<ObjectDescription>> DescribeManyAsync(string[] names)
    {
        try
        {
            return await SendDescribeAsync(names).ConfigureAwait(false);
        }
        catch (GainsightNotFoundException failure) when (failure.ErrorCode == ErrorCodes.ObjectNotFound)
        {
            // One name is unknown, and the answer does not say which. The list of objects does.
            var listed = await ListAsync(_transport.Lifetime).ConfigureAwait(false);
            HashSet<string> known = new(listed.Select(item => item.Name), StringComparer.OrdinalIgnoreCase);
            string[] rest = [.. names.Where(known.Contains)];
            return rest.Length > 1 && rest.Length < names.Length ? await DescribeManyAsync(rest).ConfigureAwait(false) : [];
        }
        catch (GainsightApiException failure) when (IsRefusal(failure))
        {
            _describesOneByOne = true;
            return [];
        }
    }

    /// <summary>An object that this caller loads for all that wait for it.</summary>
    private sealed record Pending(string Name, LoadOnceCache<ObjectDescription>.Entry Entry);
}
