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
    public virtual async Task<IReadOnlyList<string>> ListValuesAsync(Field<string> field, int sample, CancellationToken cancellationToken = default)
    {
        var query = Query()
            .Select(Required(field))
            .OrderByDescending(TimelineActivityFields.LastModifiedDate)
            .Take(sample);
        var values = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        await foreach (var activity in query.ReadAsync(new ReadOptions { PageSize = Math.Min(sample, SampleSize) }, cancellationToken).ConfigureAwait(false))
        {
            if (activity.Get(field) is { Length: > 0 } value)
            {
                values.Add(value);
            }
        }

        return [.. values];
    }
}
