using System.CommandLine;

namespace Gainsight.Client.Tool;

/// <summary><c>gainsight upsert</c>: the rows of a CSV file.</summary>
internal static class UpsertCommand
{
    public static Command Create(ToolHost host)
    {
        var file = new Argument<string>("FILE") { Description = "A CSV file. Its first line names the columns." };
        var name = new Option<string>("--object") { HelpName = "NAME", Required = true, Description = "The object, such as Company, Person or Asset__gc." };
        var keys = Several("--key", "FIELD,…", "The fields by which rows are found, at most three.");
        var mode = new Option<string>("--mode") { HelpName = "upsert|insert|update", Description = "Default: upsert.", DefaultValueFactory = _ => "upsert" }.AcceptOnlyFromAmong("upsert", "insert", "update");
        var map = Several("--map", "COLUMN=FIELD", "The field of a column that has another name, or a path such as Csm__gr.Email.");
        var ignored = Several("--ignore", "COLUMN,…", "Columns that are not written.");
        var dates = Several("--dates", "PATTERN", "Patterns of dates, such as dd.MM.yyyy. Default: ISO 8601.");
        var delimiter = new Option<string?>("--delimiter") { HelpName = "CHARACTER", Description = "What separates the cells. Default: found." };
        var encoding = new Option<string?>("--encoding") { HelpName = "NAME", Description = "The encoding of the file. Default: found." };
        var results = new Option<string?>("--results") { HelpName = "FILE", Description = "The CSV file for the result of each row. Default: FILE.results.csv." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Says what would be written. Nothing is." };
        var resume = new Option<bool>("--resume") { Description = "Goes on with a load that was stopped or had bad rows." };
        var yes = new Option<bool>("--yes") { Description = "Does not ask before it writes." };
        var tenant = new TenantArguments();
        var command = new Command("upsert", "Writes the rows of a CSV file. --resume goes on with a load that was stopped.") { file, name, keys, mode, map, ignored, dates, delimiter, encoding, results, dryRun, resume, yes };
        tenant.AddTo(command);
        command.Run(host, async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(file);
            var fields = new FieldMap { IncludeApiNames = true, RefuseUnmapped = true };
            foreach (var pair in parsed.GetValue(map) ?? [])
            {
                var at = pair.LastIndexOf('=');
                _ = at > 0 && at < pair.Length - 1 ? true : throw new ToolException($"--map {pair} is not COLUMN=FIELD.");
                fields[pair[..at].Trim()] = pair[(at + 1)..].Trim();
            }

            foreach (var pattern in parsed.GetValue(dates) ?? [])
            {
                fields.DatePatterns.Add(pattern);
            }

            var settings = new UpsertSettings
            {
                File = path,
                Source = await OpenAsync(path, parsed.GetValue(delimiter), parsed.GetValue(encoding), cancellationToken).ConfigureAwait(false),
                ObjectName = parsed.GetRequiredValue(name),
                Map = fields,
                Ignored = Names(parsed.GetValue(ignored)),
                Results = parsed.GetValue(results) ?? $"{path}.results.csv",
                Journal = $"{path}.journal.jsonl",
                IsDryRun = parsed.GetValue(dryRun),
                Resumes = parsed.GetValue(resume),
                Agreed = parsed.GetValue(yes),
            };
            if (IsSame(settings.Results, settings.File) || IsSame(settings.Results, settings.Journal))
            {
                throw new ToolException($"--results {settings.Results} would replace {(IsSame(settings.Results, settings.File) ? "the file that is loaded" : "the journal of the load")}. Name another file.");
            }

            var connection = tenant.Connect(parsed, host, options => options.ReadOnly |= settings.IsDryRun);
            return await RunAsync(connection, new Upsert(settings, host), settings.ObjectName, parsed.GetRequiredValue(mode), Names(parsed.GetValue(keys)), cancellationToken).ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<CsvFile> OpenAsync(string path, string? delimiter, string? encoding, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
        {
            throw new ToolException($"{path} is a folder. Name a file.");
        }

        try
        {
            return await CsvFile.OpenAsync(path, delimiter, encoding, cancellationToken).ConfigureAwait(false);
        }
        catch (ArgumentException exception)
        {
            throw new ToolException($"--{exception.ParamName}: {FailureText.Of(exception)}");
        }
        catch (InvalidDataException exception)
        {
            throw new ToolException(exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"{path} cannot be read: {exception.Message}");
        }
    }

    private static async Task<int> RunAsync(
        TenantConnection connection, Upsert upsert, string name, string mode, string[] keys, CancellationToken cancellationToken)
    {
        using (connection)
        {
            var client = connection.Client;
            var description = (await client.Metadata.DescribeOrSuggestAsync([name], cancellationToken).ConfigureAwait(false))[0];
            try
            {
                var address = connection.Options.BaseAddress?.Authority ?? $"the tenant {connection.Options.Tenant}";
                return await (description.Name.ToUpperInvariant() switch
                {
                    "COMPANY" => upsert.RunAsync(WriteTarget.Of(client.Companies, mode, keys), address, cancellationToken),
                    "RELATIONSHIP" => upsert.RunAsync(WriteTarget.Of(client.Relationships, mode, keys), address, cancellationToken),
                    "PERSON" => upsert.RunAsync(WriteTarget.OfPeople(client.People, mode, keys), address, cancellationToken),
                    _ => upsert.RunAsync(WriteTarget.Of(client.Objects(description.Name), mode, keys), address, cancellationToken),
                }).ConfigureAwait(false);
            }
            catch (ArgumentException exception)
            {
                throw new ToolException(FailureText.Of(exception));
            }
            catch (InvalidOperationException exception)
            {
                throw new ToolException(exception.Message);
            }
        }
    }

    private static bool IsSame(string one, string other) =>
        string.Equals(AtomicFile.TargetOf(Path.GetFullPath(one)), AtomicFile.TargetOf(Path.GetFullPath(other)), StringComparison.OrdinalIgnoreCase);

    private static Option<string[]> Several(string name, string form, string description) =>
        new(name) { HelpName = form, Description = description, AllowMultipleArgumentsPerToken = true };

    private static string[] Names(string[]? given) =>
        [.. (given ?? []).SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
}
