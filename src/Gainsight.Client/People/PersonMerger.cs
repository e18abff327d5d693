namespace Gainsight.Client;

/// <summary>Merges the rows of one e-mail address into the person that is sent. The caller's records are not changed.</summary>
internal static class PersonMerger
{
    /// <summary>Merges a row and the later rows of its address. If a loaded text is invalid, settles the row and returns null.</summary>
    public static Person? TryMerge(WriteRow<Person> row)
    {
        try
        {
            return Merge((row.Followers ?? []).Select(follower => follower.Record).Prepend(row.Record));
        }
        catch (GainsightProtocolException exception)
        {
            Outcomes.Settle([row], RowStatus.Failed, null, Outcomes.Unwritable(exception));
            return null;
        }
    }

    /// <summary>A person with the changes of all rows (later values win) and copies of all their links.</summary>
    public static Person Merge(IEnumerable<Person> rows)
    {
        Person[] people = [.. rows];
        var merged = RecordMerger.ForUpdate(people, PersonFields.Email);
        foreach (var person in people)
        {
            foreach ((var links, var into) in person.Links.Zip(merged.Links))
            {
                foreach (var link in links.Rows.OfType<GainsightRecord>())
                {
                    var copy = into.Add();
                    copy.TakeFrom(link, links.Definition);
                    copy.Unset(links.Owner);
                }
            }
        }

        return merged;
    }

    /// <summary>Merges links to the same company or relationship; later values win. Lookups must already be resolved.</summary>
    public static void JoinLinks(Person person)
    {
        foreach (var links in person.Links)
        {
            var byTarget = new Dictionary<string, GainsightRecord>(StringComparer.OrdinalIgnoreCase);
            foreach (var link in links.Rows.OfType<GainsightRecord>())
            {
                var target = link.Get(links.Target)!;
                if (!byTarget.TryAdd(target, link))
                {
                    byTarget[target].TakeFrom(link, links.Definition);
                }
            }

            links.Keep(byTarget.Values.ToHashSet());
        }
    }
}
