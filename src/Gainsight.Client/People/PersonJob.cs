namespace Gainsight.Client;

/// <summary>The common part of single upserts and batch upserts of people.</summary>
internal abstract class PersonJob(ClientContext context, WriteOptions options, bool isPreview = false) : WriteJob<Person>
{
    private readonly LookupResolver _lookups = new(context);
    private readonly PersonPreflight _preflight = new(context);
    private readonly DescribedFormat _format = new(context, PersonFields.Definition, context.Format);
    private readonly PersonComparer? _comparer = isPreview || options.SkipUnchanged ? new(context, isPreview) : null;

    public override int BlockSize => 50;

    public override string ObjectName => PersonFields.Definition.Name;

    public override bool CanCheckFirst => true;

    public override IdentifierKeys Keys { get; } = PersonFields.Email;

    protected ClientContext Context { get; } = context;

    /// <summary>The forms of the values of people. Those of links are the tenant's.</summary>
    protected WireFormat Format => _format.Value;

    public override RecordError? Check(Person? row) => PersonCheck.Check(row, Context.Format);

    public override string? KeyOf(Person row) => Keys.ValuesOf(row, Context.Format);

    public override Task PreflightAsync(IReadOnlyList<WriteRow<Person>> block, CancellationToken cancellationToken) =>
        _preflight.CheckAsync(block, cancellationToken);

    public override async Task ResolveAsync(IReadOnlyList<WriteRow<Person>> block, CallCounter calls, CancellationToken cancellationToken)
    {
        foreach (var row in block)
        {
            Prepare(row);
        }

        List<WriteRow<Person>> open = [.. block.Where(row => row.Outcome is null)];
        var errors =
            await _lookups.ResolveAsync(open.SelectMany(RecordsOf), calls, cancellationToken).ConfigureAwait(false);
        foreach (var row in open)
        {
            List<RecordError> found = [.. RecordsOf(row).Select(record => errors.GetValueOrDefault(record)).OfType<RecordError>()];
            if (found.Count > 0)
            {
                row.Outcome = new(row.Index, row.Record, RowStatus.Failed, errors: found);
            }
            else
            {
                PersonMerger.JoinLinks(row.Body);
            }
        }

        if (_comparer is not null)
        {
            await _comparer.SettleAsync(open.FindAll(row => row.Outcome is null), RowStatus.Unchanged, calls, cancellationToken).ConfigureAwait(false);
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in open.Where(row => row.Outcome is null))
        {
            RecordWriter.AddUntypedDates(row.Body, PersonFields.Definition, isInsert: false, names);
        }

        await _format.LearnAsync(names, cancellationToken).ConfigureAwait(false);
    }

    public override IReadOnlyList<FieldChange> ChangesOf(WriteRow<Person> row) => _comparer!.ChangesOf(row);

    public override bool HasItems(WriteRow<Person> row, string field) => row.Body.HasItems(field, PersonFields.Definition);

    public override bool TryGetSent(WriteRow<Person> row, string field, out string? text)
    {
        try
        {
            return row.Body.TryGetText(field, Format, out text);
        }
        catch (GainsightProtocolException)
        {
            // A loaded value that is not a valid text does not match any report.
            text = null;
            return false;
        }
    }

    /// <summary>Merges the rows of one e-mail address. A person that was read and not changed is not sent.</summary>
    private static void Prepare(WriteRow<Person> row)
    {
        row.Mode = WriteMode.Upsert;
        var people = (row.Followers ?? []).Select(follower => follower.Record).Prepend(row.Record);
        if (!people.Any(person => RecordWriter.HasChanges(person, [], PersonFields.Definition) || person.Links.Any(links => links.Count > 0)))
        {
            row.Outcome = new(row.Index, row.Record, RowStatus.Unchanged, row.Record.Gsid);
        }
        else if (PersonMerger.TryMerge(row) is { } merged)
        {
            row.Body = merged;
        }
    }

    private static IEnumerable<GainsightRecord> RecordsOf(WriteRow<Person> row) =>
        row.Body.Links.SelectMany(links => links.Rows).OfType<GainsightRecord>().Prepend(row.Body);
}
