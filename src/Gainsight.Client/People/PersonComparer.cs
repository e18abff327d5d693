namespace Gainsight.Client;

/// <summary>Compares people and their links with the tenant, to skip people that would change nothing, or to list what would change.</summary>
/// <remarks>Links to relationships are not compared. The names of their fields are inferred, and Gainsight refuses a read with unknown names.</remarks>
internal sealed class PersonComparer
{
    /// <summary>Used for links of which it is unknown whether the tenant has them.</summary>
    private static readonly KeyFinder.Row[] Unread = [new(string.Empty, new ObjectRecord(), IsComplete: false)];

    private readonly ClientContext _context;
    private readonly bool _isThorough;
    private readonly KeyFinder _people;
    private readonly KeyFinder _links;
    private readonly RowComparer _person;
    private readonly RowComparer _link;

    /// <summary>The rows that were found for the links of the people that were compared last, by the link that is sent.</summary>
    private readonly Dictionary<GainsightRecord, IReadOnlyList<KeyFinder.Row>> _foundLinks = [];

    /// <param name="context">The client.</param>
    /// <param name="isThorough">Whether to compare every field. False: stop at the first difference.</param>
    public PersonComparer(ClientContext context, bool isThorough)
    {
        IdentifierKeys email = PersonFields.Email;
        var ends = IdentifierKeys.ForReading([CompanyPersonFields.PersonId, CompanyPersonFields.CompanyId]);
        _context = context;
        _isThorough = isThorough;
        _people = new(context, PersonFields.Definition, email);
        _links = new(context, CompanyPersonFields.Definition, ends);
        _person = new(context, PersonFields.Definition, email, isThorough);
        _link = new(context, CompanyPersonFields.Definition, ends, isThorough);
    }

    /// <summary>Settles the rows that would change nothing, with a status. Reads the people, then the links of the people without differences. If every field matters, reads the links of all people that were found.</summary>
    /// <exception cref="GainsightException">The rows could not be read.</exception>
    public async Task SettleAsync(
        IReadOnlyList<WriteRow<Person>> rows, RowStatus status, CallCounter calls, CancellationToken cancellationToken)
    {
        _foundLinks.Clear();
        Asked[] people = [.. rows.Where(row => _isThorough || row.Body.Relationships.Count == 0).Select(row => new Asked(row, row.Body, row.Body))];
        if (people.Length == 0)
        {
            return;
        }

        var same = await SameAsync(_people, _person, people, calls, cancellationToken).ConfigureAwait(false);
        foreach (var person in people)
        {
            person.Row.Found = person.Found;
        }

        var linked = _isThorough ? people.Where(person => person.Found.Count == 1) : same;
        Asked[] links = [.. linked.SelectMany(person => person.Row.Body.Companies.Select(link => new Asked(person.Row, link, LinkOf(person.Gsid, link))))];
        if (links.Length > 0)
        {
            var sameLinks = await SameAsync(_links, _link, links, calls, cancellationToken).ConfigureAwait(false);
            var byRow = sameLinks.ToLookup(link => link.Row);
            same.RemoveAll(person => byRow[person.Row].Count() < person.Row.Body.Companies.Count);
            foreach (var link in links)
            {
                _foundLinks[link.Sent] = link.Found;
            }
        }

        foreach (var person in same.Where(person => person.Row.Body.Relationships.Count == 0))
        {
            person.Row.Outcome = new(person.Row.Index, person.Row.Record, status, person.Gsid);
        }
    }

    /// <summary>What the call for a row would change in the person and its links. Only for rows that were compared last and have no outcome.</summary>
    public List<FieldChange> ChangesOf(WriteRow<Person> row)
    {
        var changes = new List<FieldChange>();
        Add(_person, row.Body, row.Found!, link: null, changes);
        foreach (var links in row.Body.Links)
        {
            foreach (var link in links.Rows.OfType<GainsightRecord>())
            {
                var read = _foundLinks.GetValueOrDefault(link);
                var comparer = read is null ? new(_context, links.Definition, [], _isThorough) : _link;
                Add(comparer, link, read ?? (row.Found!.Count == 0 ? [] : Unread), link, changes);
            }
        }

        return changes;
    }

    private static void Add(RowComparer comparer, GainsightRecord record, IReadOnlyList<KeyFinder.Row> found, GainsightRecord? link, List<FieldChange> changes)
    {
        if (found.Count == 0)
        {
            comparer.AddChanges(record, null, changes, link);
        }

        foreach (var each in found)
        {
            comparer.AddChanges(record, each, changes, link);
        }
    }

    /// <summary>The entries for which exactly one row was found and that row has all values of the record.</summary>
    private static async Task<List<Asked>> SameAsync(
        KeyFinder finder, RowComparer comparer, Asked[] all, CallCounter calls, CancellationToken cancellationToken)
    {
        GainsightRecord[] records = [.. all.Select(each => each.Record)];
        var blocked = new Dictionary<GainsightRecord, GainsightException>(ReferenceEqualityComparer.Instance);
        var found = await finder.FindAsync(records, comparer.FieldsOf(records), calls, cancellationToken, blocked).ConfigureAwait(false);
        for (var i = 0; i < all.Length; i++)
        {
            all[i].Found = blocked.ContainsKey(records[i]) ? Unread : found[i];
        }

        var same = Compare();
        if (comparer.IsUnclear)
        {
            await comparer.LearnAsync(cancellationToken).ConfigureAwait(false);
            same = Compare();
        }

        return same;

        List<Asked> Compare() => [.. all.Where(each => each.Found is [var only] && comparer.HasAll(each.Record, only))];
    }

    private static CompanyPerson LinkOf(string person, CompanyPerson link)
    {
        var asked = new CompanyPerson();
        asked.TakeFrom(link, CompanyPersonFields.Definition);
        asked.PersonId = person;
        return asked;
    }

    /// <summary>A person, or a link of a person, to search for in the tenant.</summary>
    private sealed class Asked(WriteRow<Person> row, GainsightRecord sent, GainsightRecord record)
    {
        public WriteRow<Person> Row => row;

        /// <summary>The record that is sent.</summary>
        public GainsightRecord Sent => sent;

        /// <summary>The record with all fields that the search needs.</summary>
        public GainsightRecord Record => record;

        public IReadOnlyList<KeyFinder.Row> Found { get; set; } = [];

        public string Gsid => Found[0].Gsid;
    }
}
