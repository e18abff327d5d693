using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client;

/// <content>Describing many objects at once.</content>
internal sealed partial class MetadataCatalogue
{
    /// <summary>The most objects of one call. No source tells a limit; more of them would make answers of many megabytes, each of which is held whole.</summary>
    public const int BatchSize = 20;

    private volatile bool _describesOneByOne;

    /// <summary>Describes objects, those that are not known yet in batches.</summary>
    /// <exception cref="GainsightNotFoundException">There is no such object; what was found of the others is kept.</exception>
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
            // Nobody's cancellation stops the calls: others may wait for them.
            _ = LoadAsync(contents, pending);
        }

        return await Task.WhenAll(described).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Every failure is told to those who wait.")]
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

        // What the batch does not have, or has without fields, is asked for alone: that tells why.
        foreach ((var name, var entry) in rest)
        {
            try
            {
                entry.TrySetResult(await _calls.DescribeAsync(name, CancellationToken.None).ConfigureAwait(false));
            }
            catch (GainsightApiException failure) when (IsRefusal(failure))
            {
                contents.Objects.Fail(name, entry, failure);
            }
        }
    }

    /// <summary>Describes what it can in one call: nothing where the tenant has no such call.</summary>
    private async Task<IReadOnlyList<ObjectDescription>> DescribeManyAsync(string[] names)
    {
        try
        {
            return await _calls.DescribeAsync(names, CancellationToken.None).ConfigureAwait(false);
        }
        catch (GainsightNotFoundException failure) when (failure.ErrorCode == ErrorCodes.ObjectNotFound)
        {
            // One name is not known, and the answer does not say which: the list of objects does.
            var listed = await ListAsync(CancellationToken.None).ConfigureAwait(false);
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

    /// <summary>An object that this call describes for all who wait for it.</summary>
    private sealed record Pending(string Name, TaskCompletionSource<ObjectDescription> Entry);
}
