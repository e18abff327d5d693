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

        List<Asked> same = await SameAsync(
            _people, _person, [.. comparable.Select(row => new Asked(row, row.Body))], calls, cancellationToken).ConfigureAwait(false);
        Asked[] links = [.. same.SelectMany(person => person.Row.Body.Companies.Select(link => new Asked(person.Row, LinkOf(person.Gsid, link))))];
        if (links.Length > 0)
        {
            List<Asked> sameLinks = await SameAsync(_links, _link, links, calls, cancellationToken).ConfigureAwait(false);
            ILookup<WriteRow<Person>, Asked> byRow = sameLinks.ToLookup(link => link.Row);
            same.RemoveAll(person => byRow[person.Row].Count() < person.Row.Body.Companies.Count);
        }

        foreach (Asked person in same)
        {
            person.Row.Outcome = new(person.Row.Index, person.Row.Record, RowStatus.Unchanged, person.Gsid);
        }
    }

    /// <summary>Those whose record is the one row of the tenant that it is found as.</summary>
    private static async Task<List<Asked>> SameAsync(
        KeyFinder finder, RowComparer comparer, Asked[] all, CallCounter calls, CancellationToken cancellationToken)
    {
        GainsightRecord[] records = [.. all.Select(each => each.Record)];
        KeyMatches matches = await finder.FindAsync(records, comparer.FieldsOf(records), calls, cancellationToken).ConfigureAwait(false);
        foreach (Asked each in all)
        {
            each.Found = matches.For(each.Record);
        }

        List<Asked> same = Compare();
        if (comparer.IsUnclear)
        {
            await comparer.LearnAsync(cancellationToken).ConfigureAwait(false);
            same = Compare();
        }

        return same;

        List<Asked> Compare() => [.. all.Where(each => each.Found is [var found] && comparer.HasAll(each.Record, found))];
    }

    private static CompanyPerson LinkOf(string person, CompanyPerson link)
    {
        var asked = new CompanyPerson();
        asked.TakeFrom(link, CompanyPersonFields.Definition);
        asked.PersonId = person;
        return asked;
    }

    /// <summary>A person, or a link of one, that is looked for.</summary>
    private sealed class Asked(WriteRow<Person> row, GainsightRecord record)
    {
        public WriteRow<Person> Row => row;

        public GainsightRecord Record => record;

        public IReadOnlyList<FoundRow> Found { get; set; } = [];

        public string Gsid => Found[0].Gsid;
    }
}
