namespace Gainsight.Client;

/// <content>The values that the tenant uses.</content>
public partial class TimelineClient
{
    /// <summary>The number of activities that are read for a list of values.</summary>
    private const int SampleSize = 1000;

    /// <summary>Lists the values of a field in the last 1,000 activities, such as their types. No API lists the types of a tenant.</summary>
    /// <remarks>
    /// Costs one call. On a slow tenant, pages get smaller, so more calls are needed. A type that none of these activities has is not listed. The
    /// other overload can read more activities.
    /// </remarks>
    /// <param name="field">The field, such as <see cref="TimelineActivityFields.TypeName"/> or <see cref="TimelineActivityFields.ReportingCategory"/>.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The values in alphabetical order, without duplicates; case is ignored.</returns>
    /// <exception cref="GainsightException">The activities could not be read. The type of the exception says why.</exception>
    public virtual Task<IReadOnlyList<string>> ListValuesAsync(Field<string> field, CancellationToken cancellationToken = default) =>
        ListValuesAsync(field, SampleSize, cancellationToken);

    /// <inheritdoc cref="ListValuesAsync(Field{string}, CancellationToken)"/>
    /// <param name="field">The field, such as <see cref="TimelineActivityFields.TypeName"/> or <see cref="TimelineActivityFields.ReportingCategory"/>.</param>
    /// <param name="sample">The number of activities to read, the most recently changed first. At least 1.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sample"/> is below 1.</exception>
    public virtual Task<IReadOnlyList<string>> ListValuesAsync(Field<string> field, int sample, CancellationToken cancellationToken = default) =>
        ListValuesAsync(field, sample, timeLimit: null, cancellationToken);

    /// <summary>Lists the values of a field in the last activities, and takes a smaller sample when a larger one takes too long.</summary>
    /// <param name="field">The field, such as <see cref="TimelineActivityFields.TypeName"/> or <see cref="TimelineActivityFields.ReportingCategory"/>.</param>
    /// <param name="samples">The numbers of activities to read, such as 1,000, then 800, then 500. Each at least 1.</param>
    /// <param name="timeLimit">The longest time for one sample, the wait for quota included. A log event (400) tells of each sample that took longer.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The values of the first sample that was read in time, in alphabetical order, without duplicates; case is ignored.</returns>
    /// <exception cref="ArgumentException"><paramref name="samples"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A sample is below 1, or the time limit is not positive or longer than 30 days.</exception>
    /// <exception cref="GainsightTransportException">Even the last sample took longer (<see cref="GainsightTransportException.IsTimeout"/>), or the host could not be reached.</exception>
    /// <exception cref="GainsightException">The activities could not be read. The type of the exception says why.</exception>
    public virtual async Task<IReadOnlyList<string>> ListValuesAsync(
        Field<string> field, IReadOnlyList<int> samples, TimeSpan timeLimit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Count == 0)
        {
            throw new ArgumentException("Give at least one number of activities.", nameof(samples));
        }

        for (var i = 0; i < samples.Count - 1; i++)
        {
            try
            {
                return await ListValuesAsync(field, samples[i], timeLimit, cancellationToken).ConfigureAwait(false);
            }
            catch (GainsightTransportException exception) when (exception.IsTimeout)
            {
                Log.PageSizeSteppedDown(Context.Logger, Definition.Name, samples[i], samples[i + 1]);
            }
        }

        return await ListValuesAsync(field, samples[^1], timeLimit, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<string>> ListValuesAsync(Field<string> field, int sample, TimeSpan? timeLimit, CancellationToken cancellationToken)
    {
        var query = Query()
            .Select(Required(field))
            .OrderByDescending(TimelineActivityFields.LastModifiedDate)
            .Take(sample);
        var options = new ReadOptions { PageSize = Math.Min(sample, SampleSize), TimeLimit = timeLimit };
        var values = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        await foreach (var activity in query.ReadAsync(options, cancellationToken).ConfigureAwait(false))
        {
            if (activity.Get(field) is { Length: > 0 } value)
            {
                values.Add(value);
            }
        }

        return [.. values];
    }
}
