namespace Gainsight.Client;

/// <summary>Says whether an activity of the tenant holds what was sent. Only the fields that a query returns as they were sent are compared.</summary>
internal sealed class ActivityComparison(ClientContext context, bool isInsert)
{
    private static readonly Field[] Compared =
    [
        TimelineActivityFields.Subject, TimelineActivityFields.Notes, TimelineActivityFields.TypeName, TimelineActivityFields.ContextName,
        TimelineActivityFields.ActivityDate, TimelineActivityFields.GsCompanyId, TimelineActivityFields.GsRelationshipId,
    ];

    private readonly RowComparer _comparer = new(context, TimelineActivityFields.Definition, [], isThorough: false, comparesInserts: isInsert);

    /// <summary>The fields to read.</summary>
    public static IReadOnlyList<Field> Fields { get; } = [.. Compared, TimelineActivityFields.ActivityId];

    /// <summary>Whether every change of an update is compared.</summary>
    public static bool Covers(TimelineActivity record, Field identifier)
    {
        foreach (ref readonly var change in record.Changes)
        {
            var field = change.Field;
            if (!field.IsNamed(identifier.Name) && !Array.Exists(Compared, compared => compared.IsNamed(field.Name)))
            {
                return false;
            }
        }

        return record.Lookups.Count == 0;
    }

    /// <summary>Whether the activity has every compared value of the record.</summary>
    public async Task<bool> HoldsAsync(TimelineActivity record, KeyFinder.Row found, CancellationToken cancellationToken)
    {
        var sent = new ObjectRecord();
        foreach (var field in Compared.Where(field => isInsert || record.IsChanged(field)))
        {
            if (record.TryGetValue(field, out var value))
            {
                sent.SetValue(field, value);
            }
        }

        if (!_comparer.HasAll(sent, found) && _comparer.IsUnclear)
        {
            await _comparer.LearnAsync(cancellationToken).ConfigureAwait(false);
        }

        return _comparer.HasAll(sent, found);
    }
}
