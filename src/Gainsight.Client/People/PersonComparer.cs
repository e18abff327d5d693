namespace Gainsight.Client;

/// <summary>Finds the people whom the tenant already has as they would be sent, links to companies included.</summary>
/// <remarks>Links to relationships are not compared: the names of their fields are inferred, and a read by names that are not there would be refused.</remarks>
internal sealed class PersonComparer
{
    private readonly KeyFinder _people;
    private readonly KeyFinder _links;
    private readonly RowComparer _person;
    private readonly RowComparer _link;

    public PersonComparer(ClientContext context)
    {
        IdentifierKeys email = PersonFields.Email;
        IdentifierKeys ends = IdentifierKeys.ForReading([CompanyPersonFields.PersonId, CompanyPersonFields.CompanyId]);
        _people = new(context, PersonFields.Definition, email);
        _links = new(context, CompanyPersonFields.Definition, ends);
        _person = new(context, PersonFields.Definition, email, isThorough: false);
        _link = new(context, CompanyPersonFields.Definition, ends, isThorough: false);
    }

    /// <summary>Settles the rows that would change nothing: a read of the people, and one of the links of those who are the same themselves.</summary>
    /// <exception cref="GainsightException">The rows could not be read.</exception>
    public async Task SettleAsync(IReadOnlyList<WriteRow<Person>> rows, CallCounter calls, CancellationToken cancellationToken)
    {
        WriteRow<Person>[] comparable = [.. rows.Where(row => row.Body.Relationships.Count == 0)];
        if (comparable.Length == 0)
        {
            return;
        }

        Person[] bodies = [.. comparable.Select(row => row.Body)];
        KeyMatches people = await _people.FindAsync(bodies, _person.FieldsOf(bodies), calls, cancellationToken).ConfigureAwait(false);
        List<(WriteRow<Person> Row, string Gsid)> same = await SameAsync(
            _person, [.. comparable.Select(row => (row, (GainsightRecord)row.Body, people.For(row.Body)))], cancellationToken).ConfigureAwait(false);
        List<(WriteRow<Person> Row, GainsightRecord Link)> asked =
            [.. same.SelectMany(found => found.Row.Body.Companies.Select(link => (found.Row, LinkOf(found.Gsid, link))))];
        if (asked.Count > 0)
        {
            GainsightRecord[] links = [.. asked.Select(each => each.Link)];
            KeyMatches matches = await _links.FindAsync(links, _link.FieldsOf(links), calls, cancellationToken).ConfigureAwait(false);
            List<(WriteRow<Person> Row, string Gsid)> sameLinks = await SameAsync(
                _link, [.. asked.Select(each => (each.Row, each.Link, matches.For(each.Link)))], cancellationToken).ConfigureAwait(false);
            ILookup<WriteRow<Person>, string> byRow = sameLinks.ToLookup(each => each.Row, each => each.Gsid);
            same.RemoveAll(found => byRow[found.Row].Count() < found.Row.Body.Companies.Count);
        }

        foreach ((WriteRow<Person> row, string gsid) in same)
        {
            row.Outcome = new(row.Index, row.Record, RowStatus.Unchanged, gsid);
        }
    }

    /// <summary>The rows whose record is the one row of the tenant that it was found as.</summary>
    private static async Task<List<(WriteRow<Person> Row, string Gsid)>> SameAsync(
        RowComparer comparer,
        IReadOnlyList<(WriteRow<Person> Row, GainsightRecord Record, IReadOnlyList<FoundRow> Found)> all,
        CancellationToken cancellationToken)
    {
        List<(WriteRow<Person>, string)> same = Compare();
        if (comparer.IsUnclear)
        {
            await comparer.LearnAsync(cancellationToken).ConfigureAwait(false);
            same = Compare();
        }

        return same;

        List<(WriteRow<Person>, string)> Compare() =>
            [.. all.Where(each => each.Found.Count == 1 && comparer.HasAll(each.Record, each.Found[0])).Select(each => (each.Row, each.Found[0].Gsid))];
    }

    private static CompanyPerson LinkOf(string person, CompanyPerson link)
    {
        var asked = new CompanyPerson();
        asked.TakeFrom(link, CompanyPersonFields.Definition);
        asked.PersonId = person;
        return asked;
    }
}
