namespace Gainsight.Client;

/// <content>Rows of one key that belong to different rows of another object: they are not one row, whatever the key says.</content>
internal partial class RecordWriteJob<T>
{
    /// <summary>Refuses joined rows that disagree on what they belong to: joined, one of them would be lost and the other moved.</summary>
    private void RefuseMixedOwners(IReadOnlyList<WriteRow<T>> block)
    {
        if (_kind != RecordWriteKind.Upsert || _definition.Owner is not { } owner || _keys!.Any(key => key.IsNamed(owner.Name)))
        {
            return;
        }

        foreach (var row in block)
        {
            if (row.Followers is { } later && later.Select(follower => follower.Record).Prepend(row.Record)
                .Select(record => OwnerOf(record, owner)).OfType<string>().Distinct(StringComparer.Ordinal).Skip(1).Any())
            {
                Refuse(row, [new(
                    RecordErrorCodes.AmbiguousKey,
                    $"Rows of this write have the same key ({_keys}) and differ in {owner}. Name {owner} as a further key, with GSIDs as its values, or a key that is unique.",
                    owner.Name)]);
            }
        }
    }

    /// <summary>What the record says of the row it belongs to, or null. A GSID and a lookup count as different, as nothing here tells that they are not.</summary>
    private string? OwnerOf(T record, LookupField owner)
    {
        foreach ((var field, var lookup) in record.Lookups)
        {
            if (field.IsNamed(owner.Name))
            {
                return string.Join('\u001f', lookup.Match.Select(match => $"{match.Field.Name}\u001f{match.Value}"));
            }
        }

        return KeyText.ValueOf(record, owner, _context.Format);
    }
}
