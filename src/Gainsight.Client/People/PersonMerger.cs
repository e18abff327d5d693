namespace Gainsight.Client;

/// <summary>Makes of the rows of one e-mail the person that is sent, without touching the caller's own records.</summary>
internal static class PersonMerger
{
    /// <summary>What a row and the later ones of its address come to; null, and the row settled, where a loaded text is none.</summary>
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

    /// <summary>One person with what was changed on any of the rows, later values winning, and copies of all their links.</summary>
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

    /// <summary>Joins the links to one company, or one relationship, once their lookups are resolved, later values winning.</summary>
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
