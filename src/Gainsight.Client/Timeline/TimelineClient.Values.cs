namespace Gainsight.Client;

/// <content>What the tenant uses.</content>
public partial class TimelineClient
{
    /// <summary>The activities that a list of values is made from.</summary>
    private const int SampleSize = 1000;

    /// <summary>Lists the values of a field that the last 1,000 activities have, such as their types: no API lists the types of a tenant.</summary>
    /// <remarks>
    /// Costs one call; on a slow tenant, pages get smaller and calls more. A type that none of these activities is of does not show up: name
    /// more of them with the other overload.
    /// </remarks>
    /// <param name="field">The field, such as <see cref="TimelineActivityFields.TypeName"/> or <see cref="TimelineActivityFields.ReportingCategory"/>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The values, each once whatever its case, in alphabetical order.</returns>
    /// <exception cref="GainsightException">The activities could not be read; its type says why.</exception>
    public virtual Task<IReadOnlyList<string>> ListValuesAsync(Field<string> field, CancellationToken cancellationToken = default) =>
        ListValuesAsync(field, SampleSize, cancellationToken);

    /// <inheritdoc cref="ListValuesAsync(Field{string}, CancellationToken)"/>
    /// <param name="field">The field, such as <see cref="TimelineActivityFields.TypeName"/> or <see cref="TimelineActivityFields.ReportingCategory"/>.</param>
    /// <param name="sample">How many activities to look at, the last changed first; at least 1.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
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
