namespace Gainsight.Client;

/// <summary>A row on its way through the write engine.</summary>
internal sealed class WriteRow<T>(long index, T record)
{
    /// <summary>The row's position in the input, from 0.</summary>
    public long Index { get; } = index;

    /// <summary>The row as it was given.</summary>
    public T Record { get; } = record;

    /// <summary>What is sent: the row itself, or the row merged with later rows of the same key.</summary>
    public T Body { get; set; } = record;

    /// <summary>The values of the identifier keys, or null for writes without keys.</summary>
    public string? Key { get; set; }

    /// <summary>The key as it is locked, once it was needed.</summary>
    public string? LockKey { get; set; }

    /// <summary>The GSID that an upsert found, or that an update uses as its key.</summary>
    public string? Gsid { get; set; }

    /// <summary>The moment (see <see cref="KeyLocks.Now"/>) at which a row that was just inserted with the same key is visible for certain, or null when there was none.</summary>
    public TimeSpan? ShownBy { get; set; }

    /// <summary>The rows of the tenant that have its key, where they were read for a comparison.</summary>
    public IReadOnlyList<KeyFinder.Row>? Found { get; set; }

    /// <summary>The kind of call that carries the row.</summary>
    public WriteMode Mode { get; set; }

    /// <summary>Rows with the same mode share a call only if this is equal too: rows with different lookups, for example, cannot.</summary>
    public string CallKey { get; set; } = string.Empty;

    /// <summary>Where the row waits.</summary>
    public WriteRowState State { get; set; }

    /// <summary>Whether the key is locked for this row, and is released with the outcome.</summary>
    public bool HoldsKey { get; set; }

    /// <summary>Whether a call with this row was accepted in part, or an attempt was lost that the answer to the next one does not explain. Without an outcome, the row is then unknown.</summary>
    public bool MayBeWritten { get; set; }

    /// <summary>Whether such an attempt may still be carried out, so that not finding the row proves nothing.</summary>
    public bool MayStillArrive { get; set; }

    /// <summary>Whether a call with this row had no answer that tells of it. A duplicate that Gainsight then reports may come from this write itself.</summary>
    public bool IsUnanswered { get; set; }

    /// <summary>What the journal of the write knows of the row, or null when there is no journal.</summary>
    public JournalRow? Journal { get; set; }

    /// <summary>Whether an earlier run sent this row, or one that it carries, and its outcome is not known.</summary>
    public bool IsInDoubt => Journal?.SentAt is not null || Followers?.Exists(static follower => follower.Journal?.SentAt is not null) == true;

    /// <summary>Whether an earlier row carries this one, so that it is not sent itself.</summary>
    public bool IsCarried { get; set; }

    /// <summary>Later rows of the input with the same key, which this row carries.</summary>
    public List<WriteRow<T>>? Followers { get; set; }

    /// <summary>The outcome, or null while it is not known.</summary>
    public RowOutcome<T>? Outcome { get; set; }

    /// <summary>The status of the row if its call succeeds.</summary>
    public RowStatus Success => Mode switch
    {
        WriteMode.Insert => RowStatus.Inserted,
        WriteMode.Upsert => RowStatus.Upserted,
        WriteMode.Delete => RowStatus.Deleted,
        _ => RowStatus.Updated,
    };

    /// <summary>Makes the first row of each key carry the later ones.</summary>
    /// <returns>The rows that no other row carries.</returns>
    public static List<WriteRow<T>> Join(IReadOnlyList<WriteRow<T>> rows)
    {
        var leaders = new List<WriteRow<T>>(rows.Count);
        var byKey = new Dictionary<string, WriteRow<T>>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (row.Key is null || byKey.TryAdd(row.Key, row))
            {
                leaders.Add(row);
            }
            else
            {
                (byKey[row.Key].Followers ??= []).Add(row);
            }
        }

        return leaders;
    }

    /// <summary>Makes this row carry a later one, whose key the tenant treats as the same, together with the rows that one carries.</summary>
    public void Carry(WriteRow<T> later)
    {
        Followers ??= [];
        Followers.Add(later);
        Followers.AddRange(later.Followers ?? []);
        Followers.Sort(static (one, other) => one.Index.CompareTo(other.Index));
        later.Followers = null;
        later.IsCarried = true;
    }
}
