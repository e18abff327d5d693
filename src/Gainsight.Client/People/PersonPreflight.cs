namespace Gainsight.Client;

/// <summary>Checks people and their links, as they would be sent, against the tenant's metadata.</summary>
/// <remarks>Before the call it is unknown whether a person or link exists, so fields that only an insert needs are not required.</remarks>
internal sealed class PersonPreflight(ClientContext context)
{
    private readonly RecordPreflight _people = new(context, PersonFields.Definition, []);
    private readonly Dictionary<ObjectDefinition, RecordPreflight> _links = [];

    /// <summary>Settles the rows that would be refused, with all errors of the person and its links.</summary>
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
            cancellationToken.ThrowIfCancellationRequested();
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
