namespace EventDestination;

/// <summary>Sends events to Gainsight. A refused event goes to a file with the reason, and the others go on.</summary>
internal sealed class Destination(
    GainsightClient gainsight, DestinationMap map, EventCredential? publisher, TextWriter output, TextWriter refused)
{
    /// <summary>Events are sent in blocks: companies 50 in a call; people one in a call, or in batches when they are many.</summary>
    private const int BlockSize = 500, PeopleInBatchesFrom = 200;

    public int Sent { get; private set; }

    public int Refused { get; private set; }

    public async Task SendAsync(IAsyncEnumerable<string> lines, CancellationToken stop)
    {
        // A map that names a field which the tenant does not have is told before anything is sent.
        var people = await gainsight.People.MapAsync(DestinationMap.Fields(map.Person), stop);
        var companies = await gainsight.Companies.MapAsync(DestinationMap.Fields(map.Company), stop);
        var line = 0;
        await foreach (var block in lines.Chunk(BlockSize).WithCancellation(stop))
        {
            var messages = block.Select(text => Message.Read(++line, text)).Where(IsUsable).ToLookup(message => message.Type);
            var persons = messages["identify"].Select(identify => (identify, people.Map(identify.Traits!.Value))).ToList();
            persons.AddRange(await GroupAsync([.. messages["group"]], companies, stop));
            await IdentifyAsync(persons, stop);
            foreach (var track in messages["track"])
            {
                await TrackAsync(track, stop);
            }
        }

        await output.WriteLineAsync($"{Sent} events sent, {Refused} refused.");
    }

    private bool IsUsable(Message message)
    {
        var problem = message.Problem ?? message.Type switch
        {
            "identify" when (message.Value("traits", "email") ?? message.Value("context", "traits", "email")) is null =>
                "identify needs the trait email.",
            "group" when message.Value("traits", "name") is null => "group needs the trait name, the name of the company.",
            "group" when message.Value("context", "traits", "email") is null => "group needs context.traits.email, of the person.",
            "track" when message.Value("event") is null => "track needs event, a name.",
            "track" when !map.Events.ContainsKey(message.Value("event")!) =>
                $"The event '{message.Value("event")}' is unknown. Add it to events in destination.json.",
            "track" when message.At("properties") is not { ValueKind: JsonValueKind.Object } => "track needs properties, an object.",
            "track" when publisher is null => "Set Events:TenantId and Events:SharedSecret, which Gainsight shows for a publisher.",
            "identify" or "group" or "track" => null,
            var type => $"The type '{type}' is unknown. Use identify, group or track.",
        };
        return problem is null || Refuse(message, problem);
    }

    /// <summary>Upserts companies by name, and returns the people to attach to them.</summary>
    private async Task<IEnumerable<(Message, MappedRecord<Person>)>> GroupAsync(
        IReadOnlyList<Message> groups, RecordMapper<Company> mapper, CancellationToken stop)
    {
        var companies = groups.Select(group => mapper.Map(group.Traits!.Value).ForWriting());
        var report = await gainsight.Companies.UpsertAsync(companies, CompanyFields.Name, stop);
        return groups.Zip(report.Rows)
            .Where(each => each.Second.Succeeded || Refuse(each.First, ReasonOf(each.Second, report)))
            .Select(each => (each.First, new MappedRecord<Person>(new()
            {
                Email = each.First.Value("context", "traits", "email"),
                Companies = [new CompanyPerson { CompanyId = each.Second.Gsid }],
            })));
    }

    private async Task IdentifyAsync(IReadOnlyList<(Message Message, MappedRecord<Person> Row)> people, CancellationToken stop)
    {
        var rows = people.Select(person => person.Row.ForWriting());
        var report = people.Count < PeopleInBatchesFrom
            ? await gainsight.People.UpsertAsync(rows, stop)
            : await gainsight.People.UpsertInBatchesAsync(rows, stop);
        foreach (var (person, outcome) in people.Zip(report.Rows))
        {
            _ = outcome.Succeeded ? Accept(person.Message) : Refuse(person.Message, ReasonOf(outcome, report));
        }
    }

    private async Task TrackAsync(Message track, CancellationToken stop)
    {
        try
        {
            var known = map.Events[track.Value("event")!];
            var contract = track.ContractId ?? map.ContractId;
            var definition = new EventDefinition(known.Name, known.Version) { Topic = map.Topic, ContractId = contract };
            await gainsight.Events.PublishAsync(publisher!, definition, track.At("properties")!.Value, stop);
            Accept(track);
        }
        catch (Exception problem) when (problem is GainsightException or ArgumentException)
        {
            Refuse(track, problem.Message);
        }
    }

    private static string ReasonOf<T>(RowOutcome<T> outcome, WriteReport<T> report) => outcome.Errors.Count > 0
        ? string.Join("; ", outcome.Errors.Select(error => error.Message))
        : $"{outcome.Status}: {report.StoppedBy?.Message}";

    private bool Accept(Message message)
    {
        Sent++;
        output.WriteLine($"line {message.Line}: {message.Type} sent");
        return true;
    }

    /// <summary>Writes the event and the reason to the file. The events of the file can be sent again when the reason is gone.</summary>
    private bool Refuse(Message message, string reason)
    {
        Refused++;
        output.WriteLine($"line {message.Line}: {message.Type ?? "event"} refused. {reason}");
        refused.WriteLine(JsonSerializer.Serialize(new { message.Line, Reason = reason, Event = message.Text }));
        return false;
    }
}
