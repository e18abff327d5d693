namespace WarehouseSync;

/// <summary>The command line of a load.</summary>
internal sealed class SyncCommand(SampleTenants tenants, string? connection, TextWriter output)
{
    private readonly RootCommand _root = new("Writes the rows of a CSV file, or of a query on PostgreSQL, to Gainsight.")
    {
        Given<string?>("--file", "A CSV file with a header."),
        Given<string?>("--delimiter", "What separates the cells of the file: one character, or tab. Default: found."),
        Given<string?>("--encoding", "The encoding of the file. Default: found."),
        Given<string?>("--query", "A query, instead of a file, on the PostgreSQL of the variable WAREHOUSE_CONNECTION."),
        Given<string>("--object", "company, person, or a name such as Asset__gc.", isRequired: true),
        Given<string?>("--mode", "insert, update or upsert. Default: upsert.").AcceptOnlyFromAmong("insert", "update", "upsert"),
        Given<string[]>("--key", "The fields to find rows by, at most three. Default: Name of a company."),
        Given<string[]>("--map", "COLUMN=FIELD … Other columns become the fields of their names."),
        Given<string[]>("--dates", "Patterns of dates, such as MM-dd-yyyy. Default: ISO 8601."),
        Given<string?>("--results", "The file for the results. Default: the name of the file with .results.jsonl."),
        Given<bool>("--resume", "Goes on with a load whose results are there."),
        Given<bool>("--dry-run", "Says what would be written. Nothing is."),
        Given<bool>("--yes", "Does not ask before it writes to a tenant."),
    };
    public async Task<bool> RunAsync(string[] args, CancellationToken stop)
    {
        var given = _root.Parse(args);
        if (given.Errors.Count > 0 || given.Action is not null)
        {
            return await given.InvokeAsync(new() { Output = output, Error = output }, stop) == 0;
        }
        string? Text(string option) => given.GetValue<string?>(option);
        string[] Texts(string option) => given.GetValue<string[]>(option) ?? [];
        var source = (Text("--file"), Text("--query")) switch
        {
            ({ } file, null) => await Source.OfCsvAsync(file, Text("--delimiter"), Text("--encoding"), stop),
            (null, { } query) => Source.OfQuery(query, connection),
            _ => throw new ArgumentException("Give --file or --query, one of them."),
        };
        var map = new FieldMap { IncludeApiNames = true };
        Texts("--map").Select(pair => pair.Split('=', 2)).ToList().ForEach(pair =>
            map[pair[0]] = pair is [not "", { Length: > 0 } field] ? field
                : throw new ArgumentException($"--map {string.Join('=', pair)} is not COLUMN=FIELD."));
        Texts("--dates").ToList().ForEach(map.DatePatterns.Add);
        var isDryRun = given.GetValue<bool>("--dry-run");
        var results = Text("--results") ?? $"{Text("--file") ?? "query"}.results.jsonl";
        var load = new Load(source, map, results, given.GetValue<bool>("--resume"), isDryRun, output);
        (var gainsight, var mode, var keys) = (tenants.Client(), Text("--mode") ?? "upsert", Texts("--key"));
        var custom = gainsight.Objects(Text("--object")!);
        _ = Text("--object")!.ToLowerInvariant() is "company" or "person" ? null : await custom.MapAsync(map, stop); // It must be there.
        return (isDryRun || tenants.MayWrite(args)) && await (Text("--object")!.ToLowerInvariant() switch
        {
            "company" => load.RunAsync(Target.Of(gainsight.Companies, mode, keys is [] ? ["Name"] : keys), stop),
            "person" => load.RunAsync(Target.OfPeople(gainsight.People, mode, keys), stop),
            _ => load.RunAsync(Target.Of(custom, mode, keys), stop),
        });
    }
    private static Option<T> Given<T>(string name, string description, bool isRequired = false)
    {
        var option = new Option<T>(name) { Description = description, Required = isRequired };
        option.AllowMultipleArgumentsPerToken = typeof(T).IsArray;
        option.Validators.Add(given =>
        {
            if (given.Tokens.Any(token => token.Value.Trim(' ').Length == 0))
            {
                given.AddError($"{name} is empty. Give a value.");
            }
        });
        return option;
    }
}
