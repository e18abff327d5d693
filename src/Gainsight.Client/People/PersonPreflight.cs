namespace Gainsight.Client;

/// <summary>Checks people, and the links they carry, against the tenant's metadata, as they would go out.</summary>
/// <remarks>Whether a person or a link is there already is not known before the call, so nothing that an insert alone would need is asked for.</remarks>
internal sealed class PersonPreflight(ClientContext context)
{
    private readonly RecordPreflight _people = new(context, PersonFields.Definition, []);
    private readonly Dictionary<ObjectDefinition, RecordPreflight> _links = [];

    /// <summary>Settles the rows that would be refused, with every problem of the person and the links.</summary>
    /// <exception cref="GainsightException">The tenant does not describe one of the objects.</exception>
    public async Task CheckAsync(IReadOnlyList<WriteRow<Person>> block, CancellationToken cancellationToken)
    {
        var sent = new Dictionary<WriteRow<Person>, Person>();
        foreach (var row in block)
        {
            if (PersonMerger.TryMerge(row) is { } person)
            {
                sent.Add(row, person);
            }
        }

        await _people.PrepareAsync(sent.Values, cancellationToken).ConfigureAwait(false);
        foreach (var links in sent.Values.SelectMany(person => person.Links).Where(links => links.Count > 0).GroupBy(links => links.Definition))
        {
            await PreflightOf(links.Key).PrepareAsync(links.SelectMany(each => each.Rows).OfType<GainsightRecord>(), cancellationToken).ConfigureAwait(false);
        }

        foreach ((var row, var person) in sent)
        {
            List<RecordError> errors = [.. _people.Check(person, RecordWriteKind.Upsert)];
            foreach (var links in person.Links)
            {
                errors.AddRange(links.Rows.OfType<GainsightRecord>().SelectMany(link => PreflightOf(links.Definition).Check(link, RecordWriteKind.Upsert)));
            }

            if (errors.Count > 0)
            {
                Outcomes.Settle([row], RowStatus.Failed, null, errors);
            }
        }
    }

    private RecordPreflight PreflightOf(ObjectDefinition definition)
    {
        if (!_links.TryGetValue(definition, out var preflight))
        {
            _links[definition] = preflight = new RecordPreflight(context, definition, []);
        }

        return preflight;
    }
}
