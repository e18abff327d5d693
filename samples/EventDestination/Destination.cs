namespace EventDestination;

/// <summary>Sends events to Gainsight. A refused event goes to a file with the reason, and the others go on.</summary>
internal sealed class Destination(
    GainsightClient gainsight, DestinationMap map, EventCredential? publisher, WriteJournal? journal, TextWriter output, TextWriter refused)
{
    /// <summary>Events are sent in blocks: companies 50 in a call; people one in a call, or in batches of 50.</summary>
    private readonly int _blockSize = map.PeopleInBatches ? 500 : 100;
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
    private readonly WriteOptions _options = new() { Journal = journal };

    public int Sent { get; private set; }
    public int Refused { get; private set; }
    public async Task SendAsync(TextReader lines, CancellationToken stop)
    {
        // A map that names a field which the tenant does not have is told before anything is sent.
        var people = await gainsight.People.MapAsync(DestinationMap.Fields(map.Person), stop);
        var companies = await gainsight.Companies.MapAsync(DestinationMap.Fields(map.Company), stop);
        // A block is what has come meanwhile, so that a live input does not wait until a block is full.
        (var number, var come) = (0, Channel.CreateBounded<string>(_blockSize));
        _ = FillAsync(lines, come, stop).ContinueWith(it => come.Writer.Complete(it.Exception?.InnerException), TaskScheduler.Default);
        while (await come.Reader.WaitToReadAsync(stop))
        {
            var block = await come.Reader.ReadAllAsync(stop).Take(come.Reader.Count).ToListAsync(stop);
            var messages = block.Select(text => Message.Read(++number, text))
                .Where(message => message.Text?.Trim() is not "" && IsUsable(message)).ToLookup(message => message.Type);
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
    private static async Task FillAsync(TextReader lines, Channel<string> come, CancellationToken stop)
    {
        while (await lines.ReadLineAsync(stop) is { } line)
        {
            await come.Writer.WriteAsync(line, stop);
        }
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
        var report = await gainsight.Companies.UpsertAsync(companies, CompanyFields.Name, _options, stop);
        return groups.Zip(report.Rows)
            .Where(each => each.Second.Succeeded || Refuse(each.First, ReasonOf(each.Second, report)))
            .Select(each => (each.First, new MappedRecord<Person>(new()
            {
                Email = each.First.Value("context", "traits", "email"),
                Companies = [new CompanyPerson { CompanyId = each.Second.Gsid }],
            })));
    }
    private async Task IdentifyAsync(List<(Message Message, MappedRecord<Person> Row)> people, CancellationToken stop)
    {
        var rows = people.Select(person => person.Row.ForWriting());
        var report = map.PeopleInBatches
            ? await gainsight.People.UpsertInBatchesAsync(rows, _options, stop)
            : await gainsight.People.UpsertAsync(rows, _options, stop);
        foreach (var (person, outcome) in people.Zip(report.Rows))
        {
            _ = outcome.Succeeded ? Accept(person.Message) : Refuse(person.Message, ReasonOf(outcome, report));
        }
    }
    private async Task TrackAsync(Message track, CancellationToken stop)
    {
        try
        {
            (var known, var contract) = (map.Events[track.Value("event")!], track.ContractId ?? map.ContractId);
            var definition = new EventDefinition(known.Name, known.Version) { Topic = map.Topic, ContractId = contract };
            await gainsight.Events.PublishAsync(publisher!, definition, track.At("properties")!.Value, journal, stop);
            Accept(track);
        }
        catch (Exception problem) when (problem is GainsightException or ArgumentException)
        {
            Refuse(track, problem.Message, problem is GainsightException { MayHaveBeenProcessed: true } ? true : null);
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
    /// <summary>Writes the event and the reason to the file. Those that did not arrive can be sent again when the reason is gone.</summary>
    private bool Refuse(Message message, string reason, bool? inDoubt = null)
    {
        Refused++;
        output.WriteLine($"line {message.Line}: {message.Type ?? "event"} refused. {reason}");
        var line = new { message.Line, Reason = reason, Event = message.Text, message.Bytes, InDoubt = inDoubt };
        refused.WriteLine(JsonSerializer.Serialize(line, Json));
        return false;
    }
}
