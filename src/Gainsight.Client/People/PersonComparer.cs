namespace Gainsight.Client;

/// <summary>Compares people, as they would be sent and with their links, with what the tenant has: to leave out those who change nothing, or to say what would change.</summary>
/// <remarks>Links to relationships are not compared: the names of their fields are inferred, and a read by names that are not there would be refused.</remarks>
internal sealed class PersonComparer
{
    /// <summary>Stands for links of which it is not known whether the tenant has them.</summary>
    private static readonly FoundRow[] Unread = [new(string.Empty, new ObjectRecord(), IsComplete: false)];

    private readonly ClientContext _context;
    private readonly bool _isThorough;
    private readonly KeyFinder _people;
    private readonly KeyFinder _links;
    private readonly RowComparer _person;
    private readonly RowComparer _link;

    /// <summary>The links of the people compared last, where every field matters.</summary>
    private readonly Dictionary<CompanyPerson, IReadOnlyList<FoundRow>> _foundLinks = [];

    /// <param name="context">The client.</param>
    /// <param name="isThorough">Whether every field matters, not just whether there is one that differs.</param>
    public PersonComparer(ClientContext context, bool isThorough)
    {
        IdentifierKeys email = PersonFields.Email;
        IdentifierKeys ends = IdentifierKeys.ForReading([CompanyPersonFields.PersonId, CompanyPersonFields.CompanyId]);
        _context = context;
        _isThorough = isThorough;
        _people = new(context, PersonFields.Definition, email);
        _links = new(context, CompanyPersonFields.Definition, ends);
        _person = new(context, PersonFields.Definition, email, isThorough);
        _link = new(context, CompanyPersonFields.Definition, ends, isThorough);
    }

    /// <summary>Settles the rows that would change nothing: a read of the people, and one of the links that matter.</summary>
    /// <exception cref="GainsightException">The rows could not be read.</exception>
    public async Task SettleAsync(IReadOnlyList<WriteRow<Person>> rows, CallCounter calls, CancellationToken cancellationToken)
    {
        _foundLinks.Clear();
        WriteRow<Person>[] comparable = [.. rows.Where(row => _isThorough || row.Body.Relationships.Count == 0)];
        if (comparable.Length == 0)
        {
            return;
        }

        Person[] bodies = [.. comparable.Select(row => row.Body)];
        KeyMatches people = await _people.FindAsync(bodies, _person.FieldsOf(bodies), calls, cancellationToken).ConfigureAwait(false);
        foreach (WriteRow<Person> row in comparable)
        {
            row.Found = people.For(row.Body);
        }

        List<WriteRow<Person>> same = await SameAsync(_person, [.. comparable.Select(row => (row, (GainsightRecord)row.Body, row.Found!))], cancellationToken)
            .ConfigureAwait(false);
        IEnumerable<WriteRow<Person>> linked = _isThorough ? comparable.Where(row => row.Found!.Count == 1) : same;
        HashSet<WriteRow<Person>> different = await FindLinksAsync([.. linked], calls, cancellationToken).ConfigureAwait(false);
        foreach (WriteRow<Person> row in same.Where(row => row.Body.Relationships.Count == 0 && !different.Contains(row)))
        {
            row.Outcome = new(row.Index, row.Record, RowStatus.Unchanged, row.Found![0].Gsid);
        }
    }

    /// <summary>What the call for a row would change, of the person and of the links; for rows that were settled last and have no outcome.</summary>
    public List<FieldChange> ChangesOf(WriteRow<Person> row)
    {
        var changes = new List<FieldChange>();
        Add(_person, row.Body, row.Found!, link: null, changes);
        foreach (RecordLinks links in row.Body.Links)
        {
            foreach (GainsightRecord link in links.Rows.OfType<GainsightRecord>())
            {
                IReadOnlyList<FoundRow>? found = row.Found!.Count == 0 ? [] : link is CompanyPerson asked ? _foundLinks.GetValueOrDefault(asked) : null;
                RowComparer comparer = found is null ? new(_context, links.Definition, [], _isThorough) : _link;
                Add(comparer, link, found ?? Unread, link, changes);
            }
        }

        return changes;
    }

    private static void Add(RowComparer comparer, GainsightRecord record, IReadOnlyList<FoundRow> found, GainsightRecord? link, List<FieldChange> changes)
    {
        foreach (FoundRow? each in found.Count == 0 ? [null] : found.Select(each => (FoundRow?)each))
        {
            comparer.AddChanges(record, each, changes, link);
        }
    }

    /// <summary>Finds the links to companies of people who are there: the rows that have one which the tenant lacks, or has otherwise.</summary>
    private async Task<HashSet<WriteRow<Person>>> FindLinksAsync(
        IReadOnlyList<WriteRow<Person>> rows, CallCounter calls, CancellationToken cancellationToken)
    {
        (WriteRow<Person> Row, CompanyPerson Link, GainsightRecord Asked)[] links =
            [.. rows.SelectMany(row => row.Body.Companies.Select(link => (row, link, LinkOf(row.Found![0].Gsid, link))))];
        if (links.Length == 0)
        {
            return [];
        }

        GainsightRecord[] asked = [.. links.Select(each => each.Asked)];
        KeyMatches matches = await _links.FindAsync(asked, _link.FieldsOf(asked), calls, cancellationToken).ConfigureAwait(false);
        if (_isThorough)
        {
            foreach ((_, CompanyPerson link, GainsightRecord each) in links)
            {
                _foundLinks[link] = matches.For(each);
            }
        }

        List<WriteRow<Person>> same = await SameAsync(_link, [.. links.Select(each => (each.Row, each.Asked, matches.For(each.Asked)))], cancellationToken)
            .ConfigureAwait(false);
        ILookup<WriteRow<Person>, WriteRow<Person>> byRow = same.ToLookup(row => row);
        return [.. rows.Where(row => byRow[row].Count() < row.Body.Companies.Count)];
    }

    /// <summary>The rows whose record is the one row of the tenant that it was found as, once for each such record.</summary>
    private static async Task<List<WriteRow<Person>>> SameAsync(
        RowComparer comparer,
        IReadOnlyList<(WriteRow<Person> Row, GainsightRecord Record, IReadOnlyList<FoundRow> Found)> all,
        CancellationToken cancellationToken)
    {
        List<WriteRow<Person>> same = Compare();
        if (comparer.IsUnclear)
        {
            await comparer.LearnAsync(cancellationToken).ConfigureAwait(false);
            same = Compare();
        }

        return same;

        List<WriteRow<Person>> Compare() =>
            [.. all.Where(each => each.Found.Count == 1 && comparer.HasAll(each.Record, each.Found[0])).Select(each => each.Row)];
    }

    private static CompanyPerson LinkOf(string person, CompanyPerson link)
    {
        var asked = new CompanyPerson();
        asked.TakeFrom(link, CompanyPersonFields.Definition);
        asked.PersonId = person;
        return asked;
    }
}
